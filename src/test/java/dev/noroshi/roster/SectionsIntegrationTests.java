package dev.noroshi.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.web.InvalidInput;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.annotation.Transactional;

/** Reorganisation on a day; every change of a section is rolled back. */
@NoroshiTest
@Transactional
class SectionsIntegrationTests {

    private static final Actor ADMIN = new Actor("admin", "admin", Set.of("admin"), null);

    @LocalServerPort
    private int port;

    @Autowired
    private Sections sections;

    @Autowired
    private Roster roster;

    @Autowired
    private RoleSource roles;

    @Autowired
    private EntityManager database;

    @Autowired
    private Clock clock;

    @Test
    void onItsDayASectionIsAnotherOneWithTheSameHead() {
        LocalDate april = LocalDate.of(today().getYear() + 1, 4, 1);
        rename("税務課", "収納税務課", april);

        assertThat(roster.sections(moment(april.minusDays(1))))
                .extracting(Section::name)
                .contains("税務課");
        assertThat(roster.sections(moment(april)))
                .extracting(Section::name)
                .contains("収納税務課")
                .doesNotContain("税務課");
        Section next = roster.sections(moment(april)).stream()
                .filter(it -> it.name().equals("収納税務課"))
                .findFirst()
                .orElseThrow();
        assertThat(roster.headOf(next, moment(april)).map(Person::id))
                .isPresent()
                .isEqualTo(head("税務課").map(Person::id));
        assertThat(roster.headOf(next, moment(april.minusDays(1)))).isEmpty();
        assertThat(roster.sectionNamed("税務課")).map(Section::name).contains("税務課");
        assertThat(roster.named("収納税務課"))
                .as("until then people are where they are")
                .isEmpty();
    }

    @Test
    void theOldNameFindsTheSectionThatItBecameAndItsHeadSeesItsCases() {
        database.createNativeQuery("update roster_section set valid_from = '2020-04-01' where name = '総務課'")
                .executeUpdate();
        rename("総務課", "総務企画課", today());
        rename("総務企画課", "行政経営課", null, "first-day");
        database.flush();
        database.clear();

        assertThat(roster.sectionNamed("総務課")).map(Section::name).contains("総務企画課");
        assertThat(roster.sectionNamed("総務課").flatMap(it -> roster.headOf(it, clock.instant())))
                .map(Person::account)
                .contains("manager");
        assertThat(roster.personOf("manager").map(Person::section)).contains("総務企画課");
        RoleSource.Standing standing = roles.standingOf("manager");
        assertThat(standing.formerSections()).containsExactly("総務課");
        assertThat(standing.acting("manager", "manager").audiences()).contains("section:総務課", "section:総務企画課");
        assertThat(roles.standingOf("staff").formerSections()).isEmpty();
    }

    @Test
    void aSectionEndsOnADayAndNobodyHeadsItLater() {
        LocalDate last = today().plusDays(30);
        long id = id("水道課");
        as(() -> {
            sections.end(id, last, true);
            return id;
        });

        assertThat(roster.sections(moment(last))).extracting(Section::name).contains("水道課");
        assertThat(roster.sections(moment(last.plusDays(1))))
                .extracting(Section::name)
                .doesNotContain("水道課");
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> rename("水道課", "上下水道課", last));
    }

    @Test
    void thePageShowsAllSectionsAndSaysWhatIsWrong() {
        PageClient admin = new PageClient(port, "admin");
        String page = admin.get("/admin/sections").body();
        assertThat(page).contains("総務課", "組織の変更");

        assertThat(admin.post(
                                "/admin/sections/succession",
                                page,
                                Map.of(
                                        "section",
                                        "" + id("総務課"),
                                        "name",
                                        "税務課",
                                        "department",
                                        "総務部",
                                        "from",
                                        today().plusDays(1).toString()))
                        .body())
                .contains("id=\"name-error\"", "同じ名称の所属があります。");
        assertThat(new PageClient(port, "lead").get("/admin/sections").statusCode())
                .isEqualTo(403);
    }

    private void rename(String old, String name, LocalDate from, String refusal) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> rename(old, name, from))
                .matches(it -> it.fields().get(0).code().equals(refusal));
    }

    private void rename(String old, String name, LocalDate from) {
        as(() -> sections.rename(id(old), name, "総務部", from));
    }

    private long id(String name) {
        return as(sections::all).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Optional<Person> head(String section) {
        return roster.sectionNamed(section).flatMap(it -> roster.headOf(it, clock.instant()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
    }

    private static Instant moment(LocalDate day) {
        return day.atTime(12, 0).atZone(BusinessCalendar.TOKYO).toInstant();
    }

    private static <T> T as(Supplier<T> act) {
        return Actors.as(ADMIN, act::get);
    }
}
