package dev.noroshi.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes out who has which turn; a swap, and a first or last day in service, cuts the week that it lies in. */
final class TurnList {

    private static final Duration WEEK = Duration.ofDays(7);

    private final RosterAhead roster;
    private final PersonRepository people;

    TurnList(RosterAhead roster, PersonRepository people) {
        this.roster = roster;
        this.people = people;
    }

    List<Turn> of(List<Rotation> rotations, Instant now, int weeks) {
        return rotations.stream()
                .flatMap(rotation -> of(rotation, now, weeks))
                .sorted(Comparator.comparing(Turn::from))
                .toList();
    }

    private Stream<Turn> of(Rotation rotation, Instant now, int weeks) {
        Instant first = later(rotation.begin(), now.minus(WEEK));
        long whole =
                Duration.between(rotation.begin(), later(rotation.begin(), now)).dividedBy(WEEK) + weeks;
        Instant end = earlier(rotation.end(), rotation.begin().plus(WEEK.multipliedBy(whole)));
        TreeSet<Instant> cuts = Stream.concat(
                        Stream.iterate(rotation.begin(), week -> week.isBefore(end), week -> week.plus(WEEK)),
                        Stream.concat(
                                rotation.swaps().stream().flatMap(swap -> Stream.of(swap.from(), swap.until())),
                                service(rotation)))
                .filter(at -> !at.isBefore(first) && at.isBefore(end))
                .collect(Collectors.toCollection(TreeSet::new));
        List<Turn> turns = new ArrayList<>();
        for (Instant from : cuts) {
            Instant next = cuts.higher(from);
            turns.add(turn(rotation, from, next == null ? end : next, later(from, now)));
        }
        return turns.stream().filter(turn -> turn.until().isAfter(now));
    }

    /** When those who take turns begin or end their service. */
    private Stream<Instant> service(Rotation rotation) {
        Set<Long> takers = Stream.concat(
                        rotation.members().stream(), rotation.swaps().stream().map(Rotation.Swap::person))
                .collect(Collectors.toSet());
        return people.findAllById(takers).stream().flatMap(it -> RosterAhead.edges(it.firstDay(), it.lastDay()));
    }

    /** @param seen when it is looked at whether the person holds the role */
    private Turn turn(Rotation rotation, Instant from, Instant until, Instant seen) {
        long person = rotation.takes(from);
        return new Turn(
                rotation.id(),
                rotation.role(),
                people.findById(person).map(PersonEntity::name).orElse(""),
                from,
                until,
                rotation.closedOnly(),
                rotation.swaps().stream().anyMatch(swap -> swap.covers(from)),
                roster.held(rotation.role(), seen).stream()
                        .anyMatch(held -> held.holder().id() == person));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
