package dev.noroshi.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.noroshi.NoroshiTest;
import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.web.InvalidInput;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Who is called while somebody has the turn; every change is rolled back. */
@NoroshiTest
@Transactional
class DutiesIntegrationTests {

    private static final Actor LEAD = new Actor("lead", "lead", Set.of("csirt-lead"), null);
    private static final Actor CISO = new Actor("ciso", "ciso", Set.of("ciso"), null);
    private static final String ROLE = "csirt-handler";

    @Autowired
    private Duties duties;

    @Autowired
    private Absences absences;

    @Autowired
    private Roster roster;

    @Autowired
    private BusinessCalendar calendar;

    @Autowired
    private Clock clock;

    @Test
    void turnsChangeEveryWeekAtTheTimeOfDayOnNightsAndClosedDaysAlone() {
        LocalDate monday = nextMonday();
        begin(monday, true);
        Instant firstNight = at(monday, "22:00");

        assertThat(called(at(monday.minusDays(1), "22:00"))).containsExactly("handler", "handler2");
        assertThat(called(firstNight)).containsExactly("handler");
        assertThat(called(at(monday.plusDays(7), "08:29"))).containsExactly("handler");
        assertThat(called(at(monday.plusDays(7), "22:00"))).containsExactly("handler2");
        assertThat(called(at(monday.plusDays(14), "22:00"))).containsExactly("handler");
        LocalDate open = calendar.openDayFrom(monday);
        assertThat(called(at(open, "08:30"))).containsExactly("handler", "handler2");
        assertThat(called(at(open, "17:14"))).containsExactly("handler", "handler2");
        assertThat(called(at(open, "17:15"))).hasSize(1);
        assertThat(roster.holders(ROLE, firstNight)).hasSize(2);
    }

    @Test
    void theSameTurnsAreBegunOnce() {
        LocalDate monday = nextMonday();

        long once = begin(monday, true);
        long twice = begin(monday, true);
        long others = begin(monday, false);

        assertThat(twice).isEqualTo(once).isNotEqualTo(others);
    }

    @Test
    void aSwapIsForItsTimeAlone() {
        LocalDate monday = nextMonday();
        long rotation = begin(monday, false);
        Instant from = at(monday.plusDays(2), "08:30");
        Instant until = at(monday.plusDays(3), "08:30");
        as(LEAD, () -> {
            duties.swap(rotation, new SwapEntry(id("handler2"), from, until, null));
            return rotation;
        });

        assertThat(called(from.minusMillis(1))).containsExactly("handler");
        assertThat(called(from)).containsExactly("handler2");
        assertThat(called(until.minusMillis(1))).containsExactly("handler2");
        assertThat(called(until)).containsExactly("handler");
        assertThat(as(LEAD, () -> duties.turns(8)))
                .filteredOn(Turn::swapped)
                .singleElement()
                .satisfies(turn -> assertThat(turn.from()).isEqualTo(from));
    }

    @Test
    void whoIsAwayDuringTheTurnIsReplacedByAllOrByWhoStandsIn() {
        LocalDate monday = nextMonday();
        begin(monday, false);
        Instant from = at(monday, "09:00");
        as(
                LEAD,
                () -> absences.enter(
                        new AbsenceEntry(id("handler"), null, from, from.plus(Duration.ofHours(1)), null)));
        as(
                LEAD,
                () -> absences.enter(new AbsenceEntry(
                        id("handler"),
                        id("staff"),
                        from.plus(Duration.ofHours(1)),
                        from.plus(Duration.ofHours(2)),
                        null)));

        assertThat(called(from)).containsExactly("handler2");
        assertThat(called(from.plus(Duration.ofHours(1)))).containsExactly("staff");
        assertThat(called(from.plus(Duration.ofHours(2)))).containsExactly("handler");
    }

    @Test
    void aTurnGivesNobodyARoleAndOnlyTheLeadKeepsTurns() {
        LocalDate monday = nextMonday();
        RotationEntry foreign = new RotationEntry(ROLE, List.of(id("staff")), monday, null, true, null);

        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> as(LEAD, () -> duties.begin(foreign)));
        assertThatExceptionOfType(NotYours.class).isThrownBy(() -> as(CISO, () -> duties.begin(foreign)));
        assertThat(as(CISO, () -> duties.turns(8))).isEmpty();
    }

    @Test
    void endedTurnsCountNoLonger() {
        LocalDate monday = nextMonday();
        long rotation = begin(monday, false);
        as(LEAD, () -> {
            duties.end(rotation, true);
            return rotation;
        });

        assertThat(called(at(monday, "22:00"))).containsExactly("handler", "handler2");
        assertThat(as(LEAD, duties::rotations)).isEmpty();
    }

    private long begin(LocalDate starts, boolean closedOnly) {
        return as(
                LEAD,
                () -> duties.begin(new RotationEntry(
                        ROLE, List.of(id("handler"), id("handler2")), starts, "08:30", closedOnly, null)));
    }

    private LocalDate nextMonday() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(BusinessCalendar.TOKYO).toInstant();
    }

    private List<String> called(Instant at) {
        List<String> ahead =
                roster.ahead(at).called(ROLE, at).stream().map(Person::account).toList();
        assertThat(roster.called(ROLE, at)).extracting(Person::account).isEqualTo(ahead);
        return ahead;
    }

    private long id(String account) {
        return roster.personOf(account).orElseThrow().id();
    }

    private static <T> T as(Actor actor, Supplier<T> act) {
        return Actors.as(actor, act::get);
    }
}
