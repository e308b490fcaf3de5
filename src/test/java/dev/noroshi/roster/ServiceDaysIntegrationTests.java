package dev.noroshi.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.noroshi.NoroshiTest;
import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Problem.FieldError;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** People before their first and after their last day in service; every change is rolled back. */
@NoroshiTest
@Transactional
class ServiceDaysIntegrationTests {

    private static final Actor ADMIN = new Actor("admin", "admin", Set.of("admin"), null);
    private static final Actor STAFF = new Actor("staff", "staff", Set.of(), "総務課");

    @Autowired
    private Roster roster;

    @Autowired
    private RosterChanges changes;

    @Autowired
    private Absences absences;

    @Autowired
    private Duties duties;

    @Autowired
    private RoleSource roles;

    @Autowired
    private Clock clock;

    @ParameterizedTest
    @CsvSource({"2027-03-31,2027-04-01", "2026-12-31,2027-01-01", "2028-02-29,2028-03-01", "2027-02-28,2027-03-01"})
    void theLastDayCountsWhollyAndTheDayAfterNotAtAll(LocalDate last, LocalDate after) {
        serve("ciso", null, last);

        assertThat(called("ciso", at(last, "00:00"))).containsExactly("ciso");
        assertThat(called("ciso", at(last, "23:59:59.999999"))).containsExactly("ciso");
        assertThat(called("ciso", at(after, "00:00"))).isEmpty();
        assertThat(roster.ahead(clock.instant()).outOfService("ciso", at(after, "00:00")))
                .extracting(Person::account)
                .containsExactly("ciso");
        assertThat(roster.ahead(clock.instant())
                        .changes("ciso", clock.instant(), clock.instant().plusSeconds(1)))
                .contains(at(after, "00:00"));
    }

    @Test
    void theFirstDayCountsFromItsFirstMoment() {
        LocalDate first = LocalDate.parse("2027-04-01");
        serve("ciso", first, null);

        assertThat(called("ciso", at(LocalDate.parse("2027-03-31"), "23:59:59.999999")))
                .isEmpty();
        assertThat(called("ciso", at(first, "00:00"))).containsExactly("ciso");
    }

    @Test
    void whoHasLeftHoldsNothingStandsInForNobodyAndIsNotToBeChosenButIsFound() {
        absent("ciso", "chief");
        assertThat(roles.rolesOf("chief")).contains("ciso", "chief", "privacy-officer");
        long manager = id("manager");

        serve("chief", null, today().minusDays(1));
        serve("manager", null, today().minusDays(1));

        assertThat(roles.rolesOf("chief")).isEmpty();
        assertThat(roles.standingOf("chief").section()).isNull();
        assertThat(roles.addressOf("chief")).isEmpty();
        assertThat(called("chief", clock.instant())).isEmpty();
        assertThat(called("ciso", clock.instant())).isEmpty();
        assertThat(roster.ahead(clock.instant()).called("ciso", clock.instant()))
                .isEmpty();
        assertThat(roster.sectionNamed("総務課").flatMap(it -> roster.headOf(it, clock.instant())))
                .isEmpty();
        String name = roster.person(manager).orElseThrow().name();
        assertThat(roster.named(name)).isEmpty();
        assertThat(as(ADMIN, roster::colleagues)).extracting(Person::account).doesNotContain("chief", "manager");
        assertThat(roster.appointments()).extracting(Appointment::personId).doesNotContain(manager);
        assertThat(as(ADMIN, () -> roster.search(name)))
                .extracting(Person::account, Person::lastDay)
                .containsExactly(tuple("manager", today().minusDays(1)));
        assertThat(roster.personOf("manager")).map(Person::name).contains(name);
    }

    @Test
    void whoStandsInForSomebodyThatLeftHasNoneOfTheirRoles() {
        absent("ciso", "handler");
        assertThat(roles.rolesOf("handler")).contains("ciso");

        serve("ciso", null, today().minusDays(1));

        assertThat(roles.rolesOf("handler")).contains("csirt-handler").doesNotContain("ciso");
        assertThat(called("ciso", clock.instant())).isEmpty();
    }

    @Test
    void aTurnOfWhoHasLeftIsNobodysAndAllWhoHoldTheRoleAreCalled() {
        LocalDate starts = today().plusDays(1);
        long rotation = as(
                ADMIN,
                () -> duties.begin(new RotationEntry(
                        "csirt-handler", List.of(id("handler"), id("handler2")), starts, "08:30", false, null)));
        LocalDate last = starts.plusDays(2);
        assertThat(onCall(at(last.plusDays(1), "12:00"))).containsExactly("handler");

        serve("handler", null, last);

        assertThat(onCall(at(last, "23:59"))).containsExactly("handler");
        assertThat(onCall(at(last.plusDays(1), "00:00"))).containsExactly("handler2");
        String leaver = roster.personOf("handler").orElseThrow().name();
        assertThat(as(ADMIN, () -> duties.turns(2)))
                .filteredOn(turn -> turn.rotation() == rotation && turn.person().equals(leaver))
                .extracting(Turn::from, Turn::until, Turn::counts)
                .startsWith(
                        tuple(at(starts, "08:30"), at(last.plusDays(1), "00:00"), true),
                        tuple(at(last.plusDays(1), "00:00"), at(starts.plusDays(7), "08:30"), false));
    }

    @Test
    void theAddressOfWhoHasLeftGoesOnToTheNextAndLettersWithIt() {
        Person chief = roster.personOf("chief").orElseThrow();
        PersonEntry successor = new PersonEntry("next", "後任　花子", null, null, null, chief.email(), null, null, null);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> as(ADMIN, () -> changes.addPerson(successor)))
                .satisfies(it ->
                        assertThat(it.fields()).extracting(FieldError::code).containsExactly("address-held"));

        serve("chief", null, today().minusDays(1));
        long next = as(ADMIN, () -> changes.addPerson(successor));

        assertThat(roster.personAt(String.valueOf(chief.email())))
                .map(Person::id)
                .contains(next);
        assertThat(roster.namesAt(List.of(String.valueOf(chief.email())))).containsExactly("後任　花子");

        assertThatExceptionOfType(InvalidInput.class)
                .as("who comes back needs another address")
                .isThrownBy(() -> serve("chief", null, null));
    }

    @Test
    void impossibleDaysAndWhoHasLeftAreRefusedWithAWord() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> serve("ciso", LocalDate.parse("2027-04-01"), LocalDate.parse("2027-03-31")))
                .satisfies(it -> assertThat(it.fields())
                        .extracting(FieldError::field, FieldError::code)
                        .containsExactly(tuple("last_day", "service-days")));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> serve("ciso", LocalDate.parse("0027-04-01"), null))
                .satisfies(it ->
                        assertThat(it.fields()).extracting(FieldError::code).containsExactly("day-far"));
        serve("chief", null, LocalDate.parse("2027-03-31"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> as(
                        ADMIN,
                        () -> changes.appoint(new AppointmentEntry(
                                "auditor", id("chief"), null, 1, LocalDate.parse("2027-04-01"), null, null))))
                .satisfies(it -> assertThat(it.fields())
                        .extracting(FieldError::field, FieldError::code)
                        .containsExactly(tuple("person", "person-gone")));
        assertThat(as(
                        ADMIN,
                        () -> changes.appoint(new AppointmentEntry(
                                "auditor", id("chief"), null, 1, LocalDate.parse("2027-03-31"), null, null))))
                .isPositive();
    }

    @Test
    void theLastDayOfTheOnlyHolderAsksForConsentAndAnEmptyOneReinstates() {
        assertThatExceptionOfType(NewHoles.class)
                .isThrownBy(() -> as(ADMIN, () -> {
                    changes.editPerson(id("ciso"), entry("ciso", null, today().plusDays(3)), false);
                    return "";
                }))
                .satisfies(it -> assertThat(it.holes().get(0))
                        .startsWith("Calls that begin " + today().plusDays(4) + " 00:00 to ")
                        .contains("is not in service"));

        serve("ciso", null, today().minusDays(1));
        assertThat(roles.rolesOf("ciso")).isEmpty();
        serve("ciso", null, null);
        assertThat(roles.rolesOf("ciso")).contains("ciso");
    }

    @Test
    void plainStaffDoNotSeeTheDaysOfOthers() {
        serve("manager", null, LocalDate.parse("2099-03-31"));

        assertThat(as(STAFF, roster::directory).sections().get(0).head())
                .extracting(Person::account, Person::lastDay)
                .containsExactly("manager", null);
        assertThat(as(ADMIN, roster::directory).sections())
                .filteredOn(it -> it.name().equals("総務課"))
                .extracting(it -> it.head().lastDay())
                .containsExactly(LocalDate.parse("2099-03-31"));
    }

    private void absent(String account, @Nullable String standIn) {
        as(
                ADMIN,
                () -> absences.enter(new AbsenceEntry(
                        id(account),
                        standIn == null ? null : id(standIn),
                        null,
                        clock.instant().plusSeconds(86_400),
                        null)));
    }

    private void serve(String account, @Nullable LocalDate first, @Nullable LocalDate last) {
        as(ADMIN, () -> {
            changes.editPerson(id(account), entry(account, first, last), true);
            return "";
        });
    }

    private PersonEntry entry(String account, @Nullable LocalDate first, @Nullable LocalDate last) {
        return PersonEntry.of(roster.personOf(account).orElseThrow()).serving(first, last);
    }

    private List<String> called(String role, Instant at) {
        List<String> called =
                roster.holders(role, at).stream().map(Person::account).toList();
        assertThat(roster.ahead(clock.instant()).acting(role, at))
                .as("the roster in memory says the same")
                .extracting(Person::account)
                .isEqualTo(called);
        return called;
    }

    private List<String> onCall(Instant at) {
        return roster.called("csirt-handler", at).stream().map(Person::account).toList();
    }

    private long id(String account) {
        return roster.personOf(account).orElseThrow().id();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(java.time.LocalTime.parse(time))
                .atZone(BusinessCalendar.TOKYO)
                .toInstant();
    }

    private static <T> T as(Actor actor, Supplier<T> act) {
        return Actors.as(actor, act);
    }
}
