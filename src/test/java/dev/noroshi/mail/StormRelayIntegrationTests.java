package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.NoroshiTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** How many letters one person gets of many cases, with the settings that ship and a clock that is moved by hand. */
@NoroshiTest
class StormRelayIntegrationTests extends RelayCase {

    private static final AtomicInteger RUNS = new AtomicInteger((int) (System.nanoTime() % 100_000));
    private static final int CASES = 100;

    /** How often the relay looks. */
    private static final Duration ROUND = Duration.ofSeconds(2);

    private final StormStore store;
    private final ListLetters writer;
    private final StormSettings shipped = new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("noroshi.mail.storm", StormSettings.class);
    private final int run = RUNS.incrementAndGet();
    private final String person = "stormed" + run + "@city.example.jp";
    private final Map<String, List<Instant>> begun = new LinkedHashMap<>();

    @Autowired
    StormRelayIntegrationTests(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            MailSettings settings,
            Storm storm,
            StormStore store,
            ListLetters writer) {
        super(jdbc, transactions, settings, storm);
        this.store = store;
        this.writer = writer;
    }

    @Override
    Storm storm() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("awaited", (Awaited) (token, address, at, listed) -> {
            begun.computeIfAbsent(token, it -> new ArrayList<>()).add(at);
            return Optional.of(Map.of());
        });
        return new Storm(
                store, outbox(), writer, shipped, beans.getBeanProvider(Awaited.class), transactions, clock(), 1);
    }

    /** Whoever is woken at two in the morning: four alarms, soon a list that says how many there are, and one with the rest. */
    @ParameterizedTest
    @CsvSource({"6, 6, 2", "1, 6, 2", "0, 2, 1"})
    void aHundredCasesAreAFewLettersAndNoneIsLost(int secondsBetween, int letters, int lists) throws IOException {
        try (StubbornSmtp server = new StubbornSmtp("X", "250 fine")) {
            Relay relay = relay(server);
            for (int number = 1; number <= CASES; number++) {
                told(number, 2, person);
                if (number == 1) {
                    relay.sendAll();
                    assertThat(server.letters)
                            .as("the first alarm does not wait")
                            .hasSize(1);
                }
                pass(relay, Duration.ofSeconds(secondsBetween));
            }
            pass(relay, Duration.ofMinutes(25));

            assertThat(server.letters).hasSize(letters);
            assertThat(lists()).hasSize(lists);
            everyCaseIsToldOnce(CASES);
        }
    }

    @Test
    void aGraverCaseLeavesWithinSecondsAndTakesTheOthersAlong() throws IOException {
        try (StubbornSmtp server = new StubbornSmtp("X", "250 fine")) {
            Relay relay = relay(server);
            for (int number = 1; number <= 20; number++) {
                told(number, 1, person);
                pass(relay, Duration.ofSeconds(6));
            }
            Instant before = now;
            told(21, 4, person);
            told(22, 4, person);
            pass(relay, Duration.ofSeconds(8));

            assertThat(begun.get(token(21)).get(0)).isBetween(before, before.plusSeconds(8));
            assertThat(begun.get(token(22))).isEqualTo(begun.get(token(21)));
            assertThat(lists()).last().asString().contains(number(22), number(20));
            everyCaseIsToldOnce(22);
        }
    }

    @Test
    void whatWaitedForAServerThatWasAwayIsOneListForEachPerson() throws IOException {
        String calm = "calm" + run + "@city.example.jp";
        StubbornSmtp away = new StubbornSmtp("X", "250 fine");
        away.close();
        Relay relay = relay(away);
        for (int number = 1; number <= 30; number++) {
            told(number, 1, number == 7 ? person + "," + calm : person);
            pass(relay, Duration.ofMinutes(2));
        }
        assertThat(begun).as("nothing counts as said").isEmpty();

        try (StubbornSmtp back = new StubbornSmtp("X", "250 fine")) {
            told(31, 1, person);
            Instant returned = now;
            relay(back).sendAll();
            pass(relay(back), Duration.ofSeconds(62));

            assertThat(back.letters).hasSize(2);
            assertThat(lists()).hasSize(1);
            everyCaseIsToldOnce(31);
            assertThat(begun).hasSize(31);
            assertThat(begun.values()).allMatch(at -> at.equals(List.of(returned)));
        }
    }

    private void pass(Relay relay, Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plus(ROUND).isBefore(end) ? now.plus(ROUND) : end;
            relay.sendAll();
        }
    }

    /** A person is called for that case. */
    private void told(int number, int level, String to) {
        Letter letter = new Letter(
                "storm/" + number(number),
                number(number),
                List.of(to.split(",")),
                "call-decide",
                Map.of("what", "不正アクセス", "level", "レベル" + level, "rank", String.valueOf(level)),
                token(number),
                false);
        String id = "<" + number(number) + "@storm>";
        outbox().add(
                        letter.key(),
                        new Outbox.Queued(
                                0, letter.incident(), letter.to(), "件名", "本文", id, letter.token(), false, true, 0),
                        false);
        storm().queued(letter, letter.values(), letter.to());
    }

    /** Each letter has left, by itself or in one list. */
    private void everyCaseIsToldOnce(int cases) {
        List<String> left = jdbc.sql("select concat(m.incident, ' ', m.state, ' ', coalesce(l.state, '-'))"
                        + " from mail_out m left join mail_out l on l.id = m.list_id"
                        + " where m.recipients = :to and m.incident like :series")
                .param("to", person)
                .param("series", "R8-7%05d%%".formatted(run))
                .query(String.class)
                .list();
        assertThat(left)
                .hasSize(cases)
                .allMatch(letter -> letter.endsWith(" sent -") || letter.endsWith(" listed sent"))
                .map(letter -> letter.split(" ")[0])
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, cases).mapToObj(this::number).toList());
        assertThat(begun.values()).allMatch(times -> times.size() == 1);
    }

    private List<String> lists() {
        return jdbc.sql("select body from mail_out where recipients = :to and listing order by id")
                .param("to", person)
                .query(String.class)
                .list();
    }

    private String number(int one) {
        return "R8-7%05d%03d".formatted(run, one);
    }

    private String token(int number) {
        return "S" + run + "X" + number;
    }
}
