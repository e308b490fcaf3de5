package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.NoroshiTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** When letters wait for others, and when their list leaves; at a time so far that nobody else's letter is due. */
@NoroshiTest
class StormIntegrationTests {

    private static final AtomicInteger RUNS = new AtomicInteger((int) (System.nanoTime() % 100_000));

    private final JdbcClient jdbc;
    private final StormStore store;
    private final ListLetters letters;
    private final PlatformTransactionManager transactions;
    private final String person = "storm" + RUNS.incrementAndGet() + "@city.example.jp";
    private final String other = "calm" + RUNS.get() + "@city.example.jp";
    private final String series = "R8-9" + RUNS.get();
    private Instant now = Instant.parse("2091-01-01T00:00:00Z");

    @Autowired
    StormIntegrationTests(
            JdbcClient jdbc, StormStore store, ListLetters letters, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.store = store;
        this.letters = letters;
        this.transactions = transactions;
    }

    @AfterEach
    void nothingWaits() {
        jdbc.sql("delete from mail_out where queued_at > '2090-06-01'").update();
        jdbc.sql("delete from mail_told where at > '2090-06-01'").update();
    }

    @Test
    void threeCasesInTwoMinutesAreAStormAndTwoAreNone() {
        assertThat(gathers(1, 1, person)).isFalse();
        assertThat(gathers(1, 1, person)).as("the same case again").isFalse();
        now = now.plus(Duration.ofMinutes(3));
        assertThat(gathers(2, 1, person)).isFalse();
        assertThat(gathers(3, 1, person)).isFalse();
        assertThat(gathers(4, 1, person)).isTrue();
    }

    @Test
    void whoIsNotInTheStormGetsTheLetterAtOnce() {
        gathers(1, 1, person);
        gathers(2, 1, person);

        assertThat(gathers(3, 1, person, other)).isTrue();

        assertThat(recipients("queued")).contains(other).doesNotContain(person + "," + other);
        assertThat(recipients("gathered")).containsExactly(person);
    }

    @Test
    void aListLeavesAfterAMomentTheNextAfterAPauseUnlessItIsGraver() {
        gathers(1, 1, person);
        gathers(2, 1, person);
        gathers(3, 1, person);
        storm().list();
        assertThat(lists()).isEmpty();

        now = now.plusSeconds(5);
        storm().list();
        assertThat(lists()).singleElement().asString().contains(number(3));

        gathers(4, 1, person);
        now = now.plusSeconds(30);
        storm().list();
        assertThat(lists()).hasSize(1);

        gathers(5, 3, person);
        now = now.plusSeconds(5);
        storm().list();
        assertThat(lists()).hasSize(2);
        String graver = lists().get(1);
        assertThat(graver.indexOf(number(5))).isPositive().isLessThan(graver.indexOf(number(4)));

        gathers(6, 3, person);
        now = now.plus(Duration.ofMinutes(4));
        storm().list();
        assertThat(lists()).hasSize(2);
        now = now.plus(Duration.ofMinutes(2));
        storm().list();
        assertThat(lists()).hasSize(3);
        assertThat(recipients("gathered")).isEmpty();
    }

    @Test
    void aLetterThatNoOtherJoinsLeavesAsItIs() {
        gathers(1, 1, person);
        gathers(2, 1, person);
        gathers(3, 1, person);
        jdbc.sql("update mail_out set token = null where recipients = ? and state = 'gathered'")
                .param(person)
                .update();

        now = now.plusSeconds(5);
        storm().list();

        assertThat(lists()).isEmpty();
        assertThat(recipients("gathered")).isEmpty();
        assertThat(jdbc.sql("select body from mail_out where recipients = ? and state = 'queued' and line is null")
                        .param(person)
                        .query(String.class)
                        .list())
                .containsExactly("本文");
        gathers(4, 1, person);
        now = now.plusSeconds(30);
        storm().list();
        assertThat(recipients("gathered")).as("the pause begins with it").containsExactly(person);
    }

    @Test
    void aLetterAloneGivesTheTimesThatCountWhenItLeaves() {
        ListLine line =
                new ListLine("call-decide", 1, Map.of("deadline", "9時00分", "climbAt", "9時00分", "climbTo", "責任者"));
        StormStore.Member member = new StormStore.Member(1, number(1), "T", line);
        String body = "期限：9時00分\n応答がないときは、9時00分に\n責任者へ移ります";

        assertThat(letters.alone(new ListLetters.Item(member, Map.of("deadline", "9時05分", "climbAt", "9時05分")), body))
                .contains("期限：9時05分\n応答がないときは、9時05分に\n責任者へ移ります");
        assertThat(letters.alone(new ListLetters.Item(member, null), body))
                .as("answered meanwhile")
                .isEmpty();
        assertThat(letters.list(
                                new StormStore.Waiting(person, false, now, 1),
                                List.of(new ListLetters.Item(member, null)))
                        .body())
                .doesNotContain("件数が多い");
    }

    @Test
    void aListThatDoesNotArriveIsEveryLetterThatDoesNotArrive() {
        gathers(1, 1, person);
        gathers(2, 1, person);
        gathers(3, 1, person);
        gathers(4, 1, person);
        now = now.plusSeconds(5);
        storm().list();
        long list = jdbc.sql("select max(list_id) from mail_out where recipients = :to")
                .param("to", person)
                .query(Long.class)
                .single();

        assertThat(storm().undelivered(list, null, null))
                .containsExactlyInAnyOrder(
                        new Storm.Missed(number(3), "T" + RUNS.get() + "X3X1"),
                        new Storm.Missed(number(4), "T" + RUNS.get() + "X4X1"));
    }

    /** Queues a letter about that case; whether it waits for a list. */
    private boolean gathers(int number, int level, String... to) {
        String key = "storm/" + number(number) + "/" + now;
        Letter letter = new Letter(
                key,
                number(number),
                List.of(to),
                "call-decide",
                Map.of("what", "不正アクセス", "level", "レベル" + level, "rank", String.valueOf(level)),
                "T" + RUNS.get() + "X" + number + "X" + level,
                false);
        Outbox outbox = new Outbox(jdbc, clock());
        outbox.add(
                key,
                new Outbox.Queued(
                        0,
                        letter.incident(),
                        letter.to(),
                        "件名",
                        "本文",
                        "<" + key.hashCode() + "@storm>",
                        letter.token(),
                        false,
                        true,
                        0),
                false);
        storm().queued(letter, letter.values(), letter.to());
        long id = jdbc.sql("select id from mail_out where letter_key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
        return storm().gathers(new Outbox.Queued(
                id,
                letter.incident(),
                letter.to(),
                "件名",
                "本文",
                "<" + key.hashCode() + "@storm>",
                letter.token(),
                false,
                true,
                0));
    }

    private Storm storm() {
        StormSettings settings =
                new StormSettings(3, Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofSeconds(4));
        ObjectProvider<Awaited> nobody = new DefaultListableBeanFactory().getBeanProvider(Awaited.class);
        return new Storm(store, new Outbox(jdbc, clock()), letters, settings, nobody, transactions, clock(), 1);
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private String number(int one) {
        return series + one;
    }

    private List<String> lists() {
        return jdbc.sql("select body from mail_out where listing and recipients = :to order by id")
                .param("to", person)
                .query(String.class)
                .list();
    }

    private List<@Nullable String> recipients(String state) {
        return jdbc.sql("select recipients from mail_out where state = :state and incident like :series")
                .param("state", state)
                .param("series", series + "%")
                .query(String.class)
                .list();
    }
}
