package dev.noroshi.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

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
import org.jspecify.annotations.Nullable;
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
    private RosterChanges changes;

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
        assertThat(roster.headOf(next, moment(april.minusDays(1))).map(Person::id))
                .as("it is the same section")
                .isEqualTo(head("税務課").map(Person::id));
        assertThat(roster.sectionNamed("税務課")).map(Section::name).contains("税務課");
        assertThat(roster.named("収納税務課"))
                .as("until then people are where they are")
                .isEmpty();
        as(() -> sections.rename(id("収納税務課"), new SectionDraft("納税課", "総務部"), april));
        assertThat(as(sections::all))
                .filteredOn(it -> it.name().equals("納税課"))
                .extracting(SectionPeriod::organ)
                .containsExactly("市長部局");
        assertThat(roster.sections(moment(april)))
                .as("what is to come is corrected")
                .extracting(Section::name)
                .contains("納税課")
                .doesNotContain("収納税務課");
    }

    @Test
    void aSectionBeginsOnAnyDayAndItsHeadIsAppointedBeforehand() {
        LocalDate april = LocalDate.of(today().getYear() + 1, 4, 1);
        long coming = add("防災危機管理課", april);
        add("文書館", LocalDate.of(2020, 4, 1));

        assertThat(roster.sections(moment(april.minusDays(1))))
                .extracting(Section::name)
                .contains("文書館")
                .doesNotContain("防災危機管理課");
        assertThat(roster.sections(moment(april))).extracting(Section::name).contains("防災危機管理課");
        assertThat(as(sections::all))
                .filteredOn(it -> it.id() == coming)
                .extracting(SectionPeriod::organ, SectionPeriod::from)
                .containsExactly(tuple("市長部局", april));
        long chief = roster.personOf("chief").map(Person::id).orElseThrow();
        head(chief, "防災危機管理課", april, null);
        head(chief, "防災危機管理課", april.minusDays(1), "unknown-section");
        assertThat(roster.headOf(new Section(coming, "", ""), moment(april))).isPresent();
        refused("防災 危機管理課", today(), "section-exists");
        refused("総務課", LocalDate.of(2020, 4, 1), "section-exists");
        refused("新課", LocalDate.of(226, 4, 1), "day-far");
    }

    @Test
    void whoIsAppointedBeforeTheNextNameHeadsTheSectionUnderItToo() {
        LocalDate april = LocalDate.of(today().getYear() + 1, 4, 1);
        add("文書館", LocalDate.of(2020, 4, 1));
        long next = as(() -> sections.rename(id("文書館"), new SectionDraft("公文書館", "総務部"), april));

        head(roster.personOf("chief").map(Person::id).orElseThrow(), "文書館", today(), null);

        assertThat(roster.headOf(new Section(next, "", ""), moment(april)))
                .map(Person::account)
                .contains("chief");
    }

    @Test
    void aSectionThatWasEndedBeforeItBeganMayBeginAgain() {
        long id = add("臨時室", today());
        as(() -> {
            sections.end(id, null, true);
            return id;
        });

        assertThat(add("臨時室", today())).isEqualTo(id);
        assertThat(roster.sectionNamed("臨時室")).isPresent();
    }

    @Test
    void anOldNameFindsTheSectionOfTodayThoughTheNextNameIsKnown() {
        LocalDate april = LocalDate.of(today().getYear() + 1, 4, 1);
        database.createNativeQuery("update roster_section set valid_from = '2020-04-01' where name = '総務課'")
                .executeUpdate();
        rename("総務課", "総務企画課", today());
        rename("総務企画課", "行政経営課", april);
        database.flush();
        database.clear();

        assertThat(roster.sectionNamed("総務課")).map(Section::name).contains("総務企画課");
        assertThat(roles.standingOf("manager").formerSections()).containsExactly("総務課");
        assertThat(roster.personOf("manager").map(Person::section)).contains("総務企画課");
    }

    private long add(String name, LocalDate from) {
        return as(() -> sections.add(new SectionDraft(name, "総務部", "市長部局"), from));
    }

    private void refused(String name, LocalDate from, String code) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> add(name, from))
                .matches(it -> it.fields().get(0).code().equals(code));
    }

    private void head(long person, String section, LocalDate from, @Nullable String refusal) {
        AppointmentEntry entry = new AppointmentEntry("section-manager", person, section, 0, from, null, null);
        if (refusal == null) {
            as(() -> changes.appoint(entry));
        } else {
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> as(() -> changes.appoint(entry)))
                    .matches(it -> it.fields().get(0).code().equals(refusal));
        }
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
        as(() -> sections.rename(id(old), new SectionDraft(name, "総務部"), from));
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
