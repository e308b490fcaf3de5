package dev.noroshi.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.web.InvalidInput;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.annotation.Transactional;

/** What people are called, and where they belong, is that of the moment. */
@NoroshiTest
class PostsIntegrationTests {

    private static final Actor ADMIN = new Actor("admin", "admin", Set.of("admin"), null);

    @LocalServerPort
    private int port;

    @Autowired
    private Posts posts;

    @Autowired
    private Sections sections;

    @Autowired
    private Roster roster;

    @Autowired
    private RosterChanges changes;

    @Autowired
    private RoleSource roles;

    @Autowired
    private Clock clock;

    @Test
    @Transactional
    void aChangeOfPostsOnTheFirstOfAprilIsEnteredBeforehandAndTurnsAtMidnightInTokyo() {
        LocalDate april = LocalDate.of(today().getYear() + 1, 4, 1);
        Person ciso = roster.personOf("ciso").orElseThrow();

        enter(ciso.id(), "市長", "税務課", april, null);

        Instant last = Instant.parse(april.minusDays(1) + "T14:59:59.999999Z");
        Instant first = Instant.parse(april.minusDays(1) + "T15:00:00Z");
        for (RosterAhead seen : List.of(roster.ahead(clock.instant()), roster.ahead(last), roster.ahead(first))) {
            assertThat(seen.called("ciso", first)).extracting(Person::post).containsExactly("市長");
            assertThat(seen.held("ciso", first, true))
                    .extracting(it -> it.holder().section())
                    .containsExactly("税務課");
        }
        assertThat(roster.ahead(clock.instant()).called("ciso", last)).containsExactly(ciso);
        assertThat(roster.holders("ciso", last)).containsExactly(ciso);
        assertThat(roster.holders("ciso", first))
                .extracting(Person::post, Person::section)
                .containsExactly(tuple("市長", "税務課"));
        assertThat(roster.personOf("ciso")).contains(ciso);
        assertThat(as(() -> posts.of(ciso.id())))
                .extracting(Post::title, Post::until)
                .containsExactly(tuple(ciso.post(), april.minusDays(1)), tuple("市長", null));
    }

    @Test
    @Transactional
    void aPostFollowsItsSectionIntoItsNewName() {
        LocalDate april = LocalDate.of(today().getYear() + 1, 4, 1);
        Person manager = roster.personOf("manager").orElseThrow();
        long section = section("総務課");
        as(() -> sections.rename(section, new SectionDraft("総務企画課", "企画部", "市長部局"), april));

        assertThat(as(() -> posts.of(manager.id()))).hasSize(1);
        assertThat(roster.headOf(
                        roster.sections(noon(april)).stream()
                                .filter(it -> it.name().equals("総務企画課"))
                                .findFirst()
                                .orElseThrow(),
                        noon(april)))
                .map(Person::section)
                .contains("総務企画課");
        assertThat(roster.ahead(noon(april)).held("window", noon(april), true))
                .isEqualTo(roster.ahead(clock.instant()).held("window", noon(april), true));
        enter(manager.id(), "総務企画課長", "総務企画課", april, null);
        assertThat(as(() -> posts.of(manager.id()))).extracting(Post::section).containsExactly("総務課", "総務企画課");
        assertThatExceptionOfType(InvalidInput.class)
                .as("the name of before is gone on that day")
                .isThrownBy(() -> enter(manager.id(), "課長", "総務課", april.plusDays(1), null));
    }

    @Test
    @Transactional
    void anotherPostInThePersonsFormBeginsTodayAndTheOldOneIsKept() {
        LocalDate before = LocalDate.of(2024, 2, 29);
        long id = as(() -> changes.addPerson(
                new PersonEntry("posted", "髙﨑　🔥", null, null, null, "posted@city.example.jp", null, null, null)));
        assertThat(as(() -> posts.of(id))).isEmpty();
        enter(id, "主事", "税務課", before, null);

        edit(id, "係長", "総務課");
        edit(id, "係長", "総務課");

        assertThat(as(() -> posts.of(id)))
                .extracting(Post::title, Post::section, Post::from, Post::until)
                .containsExactly(tuple("主事", "税務課", before, today().minusDays(1)), tuple("係長", "総務課", today(), null));
        assertThat(roles.standingOf("posted").section()).isEqualTo("総務課");
        assertThat(roster.named("係長")).extracting(Person::name).contains("髙﨑　🔥");
        assertThat(roster.named("総務課")).extracting(Person::name).contains("髙﨑　🔥");
        assertThat(roster.named("主事")).extracting(Person::name).doesNotContain("髙﨑　🔥");
        edit(id, null, null);
        assertThat(roles.standingOf("posted").section()).isNull();
        assertThat(as(() -> posts.of(id))).hasSize(1);
    }

    @Test
    @Transactional
    void signsThatFoldIntoManyFitWhereTheyAreKept() {
        String signs = "㍿﷌㌖".repeat(33);

        long id = as(() -> changes.addPerson(new PersonEntry(null, signs, signs, signs, null, null, null, null, null)));

        assertThat(as(() -> posts.of(id))).extracting(Post::title).containsExactly(signs);
        assertThat(roster.named("㍿﷌")).extracting(Person::id).contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "2030-04-01, 2030-03-31, until, last-day",
        "2030-04-01, 2031-04-01, until, post-overlaps",
        "2030-04-01, , until, post-overlaps",
        "0026-04-01, , from, day-far",
        "2030-04-01, 9999-12-31, until, day-far"
    })
    @Transactional
    void whatCannotBeIsRefused(LocalDate from, @Nullable LocalDate until, String field, String code) {
        long id = roster.personOf("staff").orElseThrow().id();
        enter(id, "主査", null, LocalDate.of(2031, 4, 1), null);

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> enter(id, "主任", null, from, until))
                .satisfies(it -> assertThat(it.fields())
                        .extracting(error -> error.field() + " " + error.code())
                        .contains(field + " " + code));
        enter(id, "主任", null, LocalDate.of(2031, 3, 31), LocalDate.of(2031, 3, 31));
        enter(id, "主任", "税務課", LocalDate.of(2031, 3, 31), LocalDate.of(2031, 3, 31));
        assertThat(as(() -> posts.of(id))).hasSize(3);
    }

    @Test
    void anAdministratorKeepsThemOnThePage() {
        long id = as(() -> changes.addPerson(
                new PersonEntry(null, "異動　" + System.nanoTime(), null, "主事", "総務課", null, null, null, null)));
        String path = "/admin/people/" + id + "/posts";
        PageClient admin = new PageClient(port, "admin");
        String page = admin.get(path).body();
        assertThat(page).contains("主事", "総務課", "役職と所属");

        HttpResponse<String> refused = admin.post(
                path,
                page,
                Map.of("title", "<b>係長</b>", "section", "無い課", "from", "2030-04-01", "until", "2030-03-31"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"section-error\"", "id=\"until-error\"", "value=\"&lt;b&gt;係長&lt;/b&gt;\"");
        assertThat(admin.post(path, page, Map.of("title", "", "section", "")).body())
                .contains("役職か所属を入れてください。");
        HttpResponse<String> entered =
                admin.post(path, page, Map.of("title", "係長", "section", "税務課", "from", "2030-04-01"));
        assertThat(entered.body()).contains("保存しました。", "係長", "税務課", "2030-03-31");

        long post = as(() -> posts.of(id)).get(1).id();
        assertThat(admin.post(path + "/" + post + "/end", entered.body(), Map.of("lastDay", "2029-01-01"))
                        .body())
                .doesNotContain(">係長<");
        assertThat(new PageClient(port, "lead").get(path).statusCode()).isEqualTo(403);
        assertThatExceptionOfType(NotYours.class)
                .isThrownBy(() -> Actors.as(new Actor("lead", "lead", Set.of("csirt-lead"), null), () -> posts.of(id)));
    }

    private void edit(long id, @Nullable String post, @Nullable String section) {
        as(() -> {
            changes.editPerson(
                    id,
                    new PersonEntry("posted", "髙﨑　🔥", null, post, section, "posted@city.example.jp", null, null, null),
                    true);
            return id;
        });
    }

    private void enter(long id, String title, @Nullable String section, LocalDate from, @Nullable LocalDate until) {
        as(() -> posts.enter(id, new PostEntry(title, section, from, until)));
    }

    private long section(String name) {
        return as(sections::all).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(BusinessCalendar.TOKYO).toInstant();
    }

    private static <T> T as(Supplier<T> act) {
        return Actors.as(ADMIN, act::get);
    }
}
