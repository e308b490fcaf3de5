package dev.noroshi.escalation.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.noroshi.NoroshiTest;
import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.calendar.Moments;
import dev.noroshi.escalation.proof.Hole.Reason;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.mail.Mails;
import dev.noroshi.roster.AbsenceEntry;
import dev.noroshi.roster.Absences;
import dev.noroshi.roster.AppointmentEntry;
import dev.noroshi.roster.NewHoles;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.PersonEntry;
import dev.noroshi.roster.Roster;
import dev.noroshi.roster.RosterAhead;
import dev.noroshi.roster.RosterChanges;
import dev.noroshi.workflow.EditionCaution;
import dev.noroshi.workflow.Processes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What the proof says of the fictional city and the shipped plan; every change is rolled back. */
@NoroshiTest
@Transactional
class ProofOfReachIntegrationTests {

    private static final Actor LEAD = new Actor("lead", "lead", Set.of("csirt-lead"), null);
    private static final Actor ADMIN = new Actor("admin", "admin", Set.of("admin"), null);
    private static final Actor STAFF = new Actor("staff", "staff", Set.of(), null);
    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    private ProofOfReach proof;

    @Autowired
    private Roster roster;

    @Autowired
    private RosterChanges changes;

    @Autowired
    private Absences absences;

    @Autowired
    private CallPreviews previews;

    @Autowired
    private EditionCaution caution;

    @Autowired
    private Processes processes;

    @Autowired
    private ReachWords words;

    @Autowired
    private Mails mails;

    @Autowired
    private JapaneseDates dates;

    @Autowired
    private MessageSource messages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void theShippedPlanReachesSomebodyOnEveryRungOfEveryLevel() {
        Proven proven = proven();

        assertThat(proven.holes()).isEmpty();
        assertThat(proven.worst())
                .extracting(Worst::ladder, Worst::level)
                .contains(tuple("csirt", "L0"), tuple("ciso", "L4"));
        assertThat(proven.until())
                .isEqualTo(proven.from()
                        .atZone(BusinessCalendar.TOKYO)
                        .plusYears(1)
                        .toInstant());
    }

    @Test
    void anAbsentOfficialIsAHoleAtOnceInEveryLadderThatCallsThem() {
        Instant from = clock.instant().plus(DAY);
        absent("ciso", null, from, from.plus(DAY));

        List<Hole> holes = proven().holes();

        assertThat(holes)
                .filteredOn(hole -> hole.level().equals("L3"))
                .singleElement()
                .satisfies(hole -> {
                    assertThat(hole.ladder()).isEqualTo("ciso");
                    assertThat(hole.rung()).isEqualTo(1);
                    assertThat(hole.role()).isEqualTo("ciso");
                    assertThat(hole.reason()).isEqualTo(Reason.ABSENT);
                    assertThat(hole.nobody()).isFalse();
                    assertThat(Duration.between(from, hole.from()).abs()).isLessThan(Duration.ofMillis(1));
                    assertThat(Duration.between(hole.from(), hole.until())
                                    .minus(DAY)
                                    .abs())
                            .isLessThan(Duration.ofMillis(1));
                });
        assertThat(holes).extracting(Hole::level).contains("L0", "L1", "L2", "L3", "L4");
        assertThat(holes).filteredOn(Hole::nobody).isEmpty();
    }

    @Test
    void aLadderWhoseOfficialsAreAllAwayReachesNobody() {
        Instant from = clock.instant().plus(DAY);
        absent("ciso", null, from, from.plus(DAY));
        absent("chief", null, from, from.plus(DAY));
        absent("lead", null, from, from.plus(DAY));

        assertThat(proven().holes())
                .filteredOn(Hole::nobody)
                .extracting(Hole::ladder, Hole::level)
                .contains(tuple("ciso", "L3"), tuple("ciso", "L4"))
                .doesNotContain(tuple("csirt", "L3"));
    }

    @Test
    void aLaterRungIsLookedAtWhenItIsCalled() {
        Instant from = clock.instant().plus(DAY);
        absent("chief", null, from, from.plus(DAY));

        assertThat(proven().holes())
                .filteredOn(hole -> hole.level().equals("L3") && hole.ladder().equals("ciso"))
                .singleElement()
                .satisfies(hole -> assertThat(Duration.between(hole.from(), hole.calledAt()))
                        .isEqualTo(Duration.ofMinutes(30)));
    }

    @Test
    void aStandInWhoIsAwayTooIsNamed() {
        Instant from = clock.instant().plus(DAY);
        absent("lead", "chief", from, from.plus(DAY));
        absent("chief", null, from, from.plus(DAY));

        assertThat(proven().holes())
                .filteredOn(hole -> "csirt-lead".equals(hole.role()))
                .isNotEmpty()
                .allSatisfy(hole -> {
                    assertThat(hole.reason()).isEqualTo(Reason.DEPUTY_ABSENT);
                    assertThat(hole.people()).extracting(Hole.Missed::standIn).containsExactly("渡辺　隆");
                });
    }

    @Test
    void anAddressThatLettersCameBackFromDoesNotCount() {
        jdbc.sql("""
                        insert into mail_out (letter_key, recipients, subject, body, message_id, drill, state, attempts,
                            queued_at, next_at)
                        values ('bounce-of-a-proof', 'CISO@city.example.jp', '', '', '<bounce>', false, 'bounced', 1, :at, :at)
                        """).param("at", Moments.column(clock.instant().minus(DAY))).update();

        assertThat(proven().holes())
                .isNotEmpty()
                .allSatisfy(hole -> assertThat(hole.reason()).isEqualTo(Reason.BOUNCED));
    }

    @Test
    void whoAsksForCautionIsToldOfANewHoleBeforeItOpens() {
        Instant from = clock.instant().plus(DAY);
        AbsenceEntry careful = new AbsenceEntry(person("chief").id(), null, from, from.plus(DAY), false);

        assertThatExceptionOfType(NewHoles.class)
                .isThrownBy(() -> as(LEAD, () -> absences.enter(careful)))
                .satisfies(refused -> assertThat(refused.holes().get(0)).contains("渡辺　隆"));
        assertThatExceptionOfType(NewHoles.class)
                .isThrownBy(() -> as(ADMIN, () -> {
                    PersonEntry entry = PersonEntry.empty();
                    Person lead = person("lead");
                    changes.editPerson(
                            lead.id(),
                            new PersonEntry(
                                    lead.account(), lead.name(), null, null, null, entry.email(), null, null, null),
                            false);
                    return lead;
                }));
    }

    @Test
    void whatIsNoWorseNeedsNoConsent() {
        Instant from = clock.instant().plus(DAY);
        absent("ciso", null, from, from.plus(DAY));

        as(LEAD, () -> absences.enter(new AbsenceEntry(person("manager").id(), null, from, from.plus(DAY), false)));
        long covered = as(
                LEAD,
                () -> absences.enter(new AbsenceEntry(
                        person("chief").id(),
                        person("manager").id(),
                        from.plus(DAY),
                        from.plus(DAY.multipliedBy(2)),
                        false)));
        assertThat(covered).isPositive();
    }

    @Test
    void anEditionThatCallsAnEmptyRoleIsNamedBeforeItRuns() {
        SortedMap<String, byte[]> files = processes.files(processes.newestEdition());
        assertThat(caution.worse(files, Locale.JAPANESE)).isEmpty();

        String table = new String(files.get("escalation.dmn"), StandardCharsets.UTF_8);
        files.put(
                "escalation.dmn",
                table.replace("\"csirt-lead\"", "\"crisis-officer\"").getBytes(StandardCharsets.UTF_8));

        assertThat(caution.worse(files, Locale.JAPANESE))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).contains("crisis-officer", "担う人がいません"));
    }

    @Test
    void theWindowIsToldOnceADay() {
        Instant from = clock.instant().plus(DAY);
        absent("ciso", null, from, from.plus(DAY));
        DailyProof daily = new DailyProof(proof, words, mails, dates, messages, clock, "00:00");

        daily.look();
        daily.look();

        assertThat(jdbc.sql("select body from mail_out where letter_key like 'reach/%'")
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(body -> assertThat(body).contains("山本　正樹", "L3"));
    }

    @Test
    void readsTheRosterAheadAsItIsReadThen() {
        Random dice = new Random(7);
        Instant now = clock.instant();
        absent("handler", "handler2", now.plus(DAY), now.plus(DAY.multipliedBy(3)));
        absent("ciso", "chief", now, now.plus(DAY.multipliedBy(2)));
        absent("chief", "manager", now.plus(DAY), now.plus(DAY.multipliedBy(4)));
        absent("lead", null, now.plus(DAY.multipliedBy(2)), now.plus(DAY.multipliedBy(5)));
        RosterAhead ahead = roster.ahead(now);

        for (int n = 0; n < 60; n++) {
            Instant at = now.plus(Duration.ofSeconds(dice.nextInt(6 * 24 * 3600)));
            for (String role : List.of("csirt-handler", "csirt-lead", "chief", "ciso", "window", "section-manager")) {
                assertThat(ahead.acting(role, at)).as("%s at %s", role, at).isEqualTo(roster.holders(role, at));
            }
        }
    }

    @Test
    void theChangeOfPostsOnTheFirstOfAprilIsSeenAheadAndClosedBySuccessors() {
        LocalDate lastDay = LocalDate.of(calendarYear() + 1, 3, 31);
        Instant april = lastDay.plusDays(1).atStartOfDay(BusinessCalendar.TOKYO).toInstant();
        long chief = as(ADMIN, changes::appointments).stream()
                .filter(it -> it.role().equals("chief"))
                .findFirst()
                .orElseThrow()
                .id();
        as(ADMIN, () -> {
            changes.dismiss(chief, lastDay, true);
            return chief;
        });

        assertThat(proven().holes())
                .filteredOn(hole -> hole.level().equals("L4") && "ciso".equals(hole.ladder()))
                .singleElement()
                .satisfies(hole -> {
                    assertThat(hole.reason()).isEqualTo(Reason.UNHELD);
                    assertThat(hole.calledAt()).isEqualTo(april);
                    assertThat(hole.from()).isEqualTo(april.minus(Duration.ofMinutes(15)));
                });

        as(
                ADMIN,
                () -> changes.appoint(new AppointmentEntry(
                        "chief", person("manager").id(), null, 0, lastDay.plusDays(1), null, false)));
        assertThat(proven().holes()).isEmpty();
        assertThat(roster.holders("chief", april)).extracting(Person::account).containsExactly("manager");
        assertThat(roster.holders("chief", april.minusSeconds(1)))
                .extracting(Person::account)
                .containsExactly("chief");
    }

    /** The year whose April lies behind: the next one is within the twelve months. */
    private int calendarYear() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
        return today.getMonthValue() < 4 ? today.getYear() - 1 : today.getYear();
    }

    @Test
    void thePreviewSaysWhoIsCalledWhenAndWhoIsSkipped() {
        Instant at = Instant.parse("2026-12-30T17:13:00Z");
        absent("ciso", null, at.minus(DAY), at.plus(DAY));

        CallPreview preview = as(LEAD, () -> previews.at(3, at)).stream()
                .filter(it -> it.ladder().equals("ciso"))
                .findFirst()
                .orElseThrow();

        assertThat(preview.steps())
                .extracting(CallPreview.Step::role, CallPreview.Step::at, CallPreview.Step::reason)
                .containsExactly(
                        tuple("ciso", at, "absent"),
                        tuple("chief", at, null),
                        tuple("csirt-lead", at.plus(Duration.ofMinutes(30)), null));
        assertThat(preview.endsAt()).isEqualTo(at.plus(Duration.ofMinutes(60)));
        assertThatExceptionOfType(NotYours.class).isThrownBy(() -> as(STAFF, () -> previews.at(3, at)));
    }

    @Test
    void plainStaffDoNotSeeIt() {
        assertThatExceptionOfType(NotYours.class).isThrownBy(() -> as(STAFF, proof::running));
    }

    private Proven proven() {
        return as(LEAD, proof::running);
    }

    private void absent(String person, @Nullable String standIn, Instant from, Instant until) {
        @Nullable Long instead = standIn == null ? null : person(standIn).id();
        as(LEAD, () -> absences.enter(new AbsenceEntry(person(person).id(), instead, from, until, null)));
    }

    private Person person(String account) {
        return roster.personOf(account).orElseThrow();
    }

    private static <T> T as(Actor actor, Supplier<T> act) {
        return Actors.as(actor, act::get);
    }
}
