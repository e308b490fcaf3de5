package dev.noroshi.escalation.proof;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.roster.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Beginnings of a call, from {@code from} until before {@code until}, that climb alike so far.
 *
 * @param at when the present rung is called of a call that begins at {@code from}
 * @param moves whether a later beginning is called so much later; else all are called at that one moment
 * @param office whether they lie in office hours
 * @param people all called so far
 * @param reached how many rungs reached somebody
 * @param waits whether somebody called has not had their time yet
 */
record Stretch(
        Instant from,
        Instant until,
        Instant at,
        boolean moves,
        boolean office,
        Set<Person> people,
        int reached,
        boolean waits,
        List<Gap> gaps) {

    /** A rung that reached nobody, or by telephone only; {@code at} as in the stretch that begins at {@code from}. */
    record Gap(
            int rung,
            String role,
            Hole.Reason reason,
            List<Hole.Missed> people,
            Instant from,
            Instant at,
            boolean moves) {

        Instant calledAt(Instant beginning) {
            return moves ? at.plus(Duration.between(from, beginning)) : at;
        }
    }

    static Stretch beginning(Instant from, Instant until, boolean office) {
        return new Stretch(from, until, from, true, office, Set.of(), 0, false, List.of());
    }

    /** When the rung is called of the last call that begins here. */
    Instant lastAt() {
        return moves ? at.plus(Duration.between(from, until)).minus(BusinessCalendar.TICK) : at;
    }

    /** Cut so that none of the moments lies within the times at which the rung is called. */
    List<Stretch> cutAt(Collection<Instant> moments) {
        if (!moves) {
            return List.of(this);
        }
        List<Stretch> pieces = new ArrayList<>();
        Stretch rest = this;
        for (Instant moment : moments) {
            if (moment.isAfter(rest.at) && !moment.isAfter(rest.lastAt())) {
                Instant cut = rest.from.plus(Duration.between(rest.at, moment));
                pieces.add(rest.part(rest.from, cut, rest.at));
                rest = rest.part(cut, until, moment);
            }
        }
        pieces.add(rest);
        return pieces;
    }

    /** How long the first call waits that begins here: none waits longer. */
    Duration longestWait() {
        return Duration.between(from, at);
    }

    /**
     * A rung is called.
     *
     * @param called whom it reaches
     * @param patient whether the call waits there
     */
    Stretch called(Collection<Person> called, boolean patient) {
        Set<Person> all = new HashSet<>(people);
        all.addAll(called);
        int more = called.isEmpty() ? 0 : 1;
        return new Stretch(from, until, at, moves, office, Set.copyOf(all), reached + more, waits || patient, gaps);
    }

    /** After the patience of those who were called. */
    Stretch waited(UnaryOperator<Instant> patience) {
        Instant first = patience.apply(at);
        boolean goesOn = moves && !patience.apply(lastAt()).equals(first);
        if (goesOn && !patience.apply(lastAt()).equals(first.plus(Duration.between(at, lastAt())))) {
            throw new IllegalStateException("patience bends between " + at + " and " + lastAt());
        }
        return new Stretch(from, until, first, goesOn || isOneTick(), office, people, reached, false, gaps);
    }

    /** Something is to be said of the rung. */
    Stretch noted(int rung, String role, Hole.Reason reason, List<Hole.Missed> missed) {
        List<Gap> more = new ArrayList<>(gaps);
        more.add(new Gap(rung, role, reason, missed, from, at, moves));
        return new Stretch(from, until, at, moves, office, people, reached, waits, List.copyOf(more));
    }

    /** Those called so far, as people whom every rung calls. */
    List<Hole.Missed> names() {
        return people.stream()
                .map(person -> new Hole.Missed(person.name(), null, Hole.Reason.SAME_PERSON))
                .toList();
    }

    private boolean isOneTick() {
        return moves && lastAt().equals(at);
    }

    private Stretch part(Instant begins, Instant ends, Instant called) {
        return new Stretch(begins, ends, called, true, office, people, reached, waits, gaps);
    }
}
