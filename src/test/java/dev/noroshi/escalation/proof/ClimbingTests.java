package dev.noroshi.escalation.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.TimeTargets;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.RosterAhead;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exact proof beside a climb of every single minute. */
class ClimbingTests {

    private static final int ROSTERS = 60;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final BusinessCalendar calendar = new BusinessCalendar("08:30", "17:15");
    private final TimeTargets targets = new TimeTargets(calendar, 1);

    /** What goes wrong for one beginning. */
    private record Wrong(int rung, Hole.Reason reason, List<Hole.Missed> people, boolean nobody) {}

    private record Wait(int rung, boolean office) {}

    @ParameterizedTest
    @CsvSource({"2026-11-28", "2026-12-29", "2027-03-31", "2028-02-29", "2026-05-05"})
    void saysOfEveryMinuteWhatAClimbOfThatMinuteSays(LocalDate around) {
        for (int seed = 0; seed < ROSTERS; seed++) {
            RandomCity city = new RandomCity(seed, around);
            RosterAhead roster = city.roster(calendar);
            Climb climb = city.climb();
            Instant from =
                    around.minusDays(1).atStartOfDay(BusinessCalendar.TOKYO).toInstant();
            Reachable reachable = new Reachable(roster, city.bounced(), from);
            Instant until = from.plus(Duration.ofDays(4));

            Proven proven = new Climbing(reachable, calendar, targets, from, until).climb(climb);

            Map<Wait, Duration> longest = new HashMap<>();
            for (Instant at = from; at.isBefore(until); at = at.plus(MINUTE)) {
                Instant beginning = at;
                Set<Wrong> exact = Stream.concat(proven.holes().stream(), proven.byTelephone().stream())
                        .filter(hole ->
                                !hole.from().isAfter(beginning) && hole.until().isAfter(beginning))
                        .map(ClimbingTests::wrong)
                        .collect(Collectors.toSet());
                assertThat(exact)
                        .as("roster %d, %s, %s", seed, beginning, climb)
                        .isEqualTo(climbed(climb, reachable, beginning, longest));
            }
            for (Worst worst : proven.worst()) {
                longest(climb, reachable, worst.office(), new Wait(worst.rung(), true), longest);
                longest(climb, reachable, worst.closed(), new Wait(worst.rung(), false), longest);
            }
        }
    }

    /** No minute waits longer, and the beginning that is named waits so long. */
    private void longest(Climb climb, Reachable reachable, Worst.Wait exact, Wait kind, Map<Wait, Duration> sampled) {
        if (exact == null) {
            assertThat(sampled).doesNotContainKey(kind);
            return;
        }
        Map<Wait, Duration> there = new HashMap<>();
        climbed(climb, reachable, exact.from(), there);
        Duration bound = Duration.ofMinutes(exact.minutes());
        assertThat(there.get(kind)).isBetween(bound.minus(MINUTE), bound);
        assertThat(sampled.getOrDefault(kind, Duration.ZERO)).isLessThanOrEqualTo(bound);
    }

    private Set<Wrong> climbed(Climb climb, Reachable reachable, Instant beginning, Map<Wait, Duration> longest) {
        List<Wrong> wrong = new ArrayList<>();
        Set<Person> people = new HashSet<>();
        int reached = 0;
        Instant at = beginning;
        boolean waits = false;
        for (Climb.Rung rung : climb.rungs()) {
            Reachable.Standing standing = reachable.standing(rung, at);
            if (standing.reached().isEmpty() || standing.byTelephone()) {
                wrong.add(new Wrong(rung.number(), standing.reason(), standing.missed(), false));
            }
            waits |= standing.waits();
            if (!standing.reached().isEmpty()) {
                people.addAll(standing.reached());
                reached++;
                longest.merge(
                        new Wait(rung.number(), calendar.isOfficeHours(beginning)),
                        Duration.between(beginning, at),
                        (old, now) -> now.compareTo(old) > 0 ? now : old);
            }
            if (waits && rung.patience().amount() > 0) {
                at = targets.due(at, rung.patience());
                waits = false;
            }
        }
        boolean nobody = reached == 0;
        Set<Wrong> all = wrong.stream()
                .map(it -> new Wrong(it.rung(), it.reason(), it.people(), nobody))
                .collect(Collectors.toSet());
        if (reached > 1 && people.size() == 1) {
            Hole.Missed only = new Hole.Missed(people.iterator().next().name(), null, Hole.Reason.SAME_PERSON);
            all.add(new Wrong(climb.rungs().size(), Hole.Reason.SAME_PERSON, List.of(only), false));
        }
        return all;
    }

    private static Wrong wrong(Hole hole) {
        return new Wrong(Objects.requireNonNull(hole.rung()), hole.reason(), hole.people(), hole.nobody());
    }
}
