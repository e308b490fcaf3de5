package dev.noroshi.escalation.proof;

import dev.noroshi.escalation.proof.Climb.Rung;
import dev.noroshi.escalation.proof.Hole.Missed;
import dev.noroshi.escalation.proof.Hole.Reason;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.RosterAhead;
import dev.noroshi.roster.RosterAhead.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whom a rung reaches by mail, or by the telephone of the window, and why it does not reach the others. */
final class Reachable {

    /** A year of beginnings, and as long again for the last rung of the last of them. */
    private static final Duration LONGEST = Duration.ofDays(2 * 366);

    private final RosterAhead roster;
    private final Set<String> bounced;
    private final Map<Set<String>, SortedSet<Instant>> changes = new HashMap<>();
    private final Instant from;

    /**
     * @param bounced addresses in small letters
     * @param from the first moment that is asked for
     */
    Reachable(RosterAhead roster, Set<String> bounced, Instant from) {
        this.from = from;
        this.roster = roster;
        this.bounced = Set.copyOf(bounced);
    }

    /**
     * Who is reached.
     *
     * @param byTelephone whether none of them by mail
     * @param waits whether the call waits there before it goes on: it takes a telephone for enough, even one that nobody rings
     * @param missed who is not reached, or who is telephoned; empty where a letter reaches somebody
     */
    record Standing(List<Person> reached, boolean byTelephone, boolean waits, List<Missed> missed) {

        /** Why the nearest to be reached is not, or not by mail. */
        Reason reason() {
            Reason nearest = missed.stream()
                    .map(Missed::reason)
                    .max(Comparator.naturalOrder())
                    .orElse(Reason.UNHELD);
            long held = missed.stream()
                    .filter(it -> it.reason() != Reason.OUT_OF_SERVICE)
                    .count();
            return nearest == Reason.ABSENT && held > 1 ? Reason.DEPUTY_ABSENT : nearest;
        }
    }

    /** When the standing of the rung may change. */
    SortedSet<Instant> changes(Rung rung, Instant first, Instant last) {
        Set<String> roles = new TreeSet<>(rung.telephonists());
        roles.add(rung.role());
        SortedSet<Instant> all = changes.computeIfAbsent(roles, this::changes);
        return first.isBefore(last) ? all.subSet(first, last.plusNanos(1)) : all.subSet(first, first);
    }

    private SortedSet<Instant> changes(Set<String> roles) {
        SortedSet<Instant> all = new TreeSet<>();
        roles.forEach(role -> all.addAll(roster.changes(role, from, from.plus(LONGEST))));
        return all;
    }

    Standing standing(Rung rung, Instant at) {
        List<Person> called = roster.called(rung.role(), at);
        boolean telephone = called.stream().anyMatch(Reachable::hasTelephoneOnly);
        boolean rings = telephone && isTelephoned(rung, at);
        List<Person> reached = called.stream()
                .filter(person -> hasAddress(person) || rings && hasTelephoneOnly(person))
                .toList();
        boolean byTelephone = !reached.isEmpty() && reached.stream().noneMatch(this::hasAddress);
        if (byTelephone) {
            return new Standing(
                    reached,
                    true,
                    true,
                    reached.stream()
                            .map(person -> new Missed(person.name(), null, Reason.BY_TELEPHONE))
                            .toList());
        }
        return reached.isEmpty()
                ? new Standing(reached, false, telephone, missed(rung, at))
                : new Standing(reached, false, true, List.of());
    }

    /** Whether those who must telephone hear of it. */
    private boolean isTelephoned(Rung rung, Instant at) {
        return rung.telephonists().stream()
                .flatMap(role -> roster.acting(role, at).stream())
                .anyMatch(this::hasAddress);
    }

    private List<Missed> missed(Rung rung, Instant at) {
        return Stream.concat(
                        roster.held(rung.role(), at).stream().map(held -> missed(held, rung)),
                        roster.outOfService(rung.role(), at).stream()
                                .map(person -> new Missed(person.name(), null, Reason.OUT_OF_SERVICE)))
                .distinct()
                .toList();
    }

    private static Missed missed(Held held, Rung rung) {
        Person called = held.called();
        String name = held.holder().name();
        if (called == null) {
            String standIn = held.standIn() == null ? null : held.standIn().name();
            return new Missed(name, standIn, standIn == null ? Reason.ABSENT : Reason.DEPUTY_ABSENT);
        }
        String acts = called.id() == held.holder().id() ? null : called.name();
        return new Missed(name, acts, unreached(called, rung));
    }

    private static Reason unreached(Person called, Rung rung) {
        if (called.email() != null) {
            return Reason.BOUNCED;
        }
        if (!hasTelephoneOnly(called)) {
            return Reason.NO_ADDRESS;
        }
        return rung.telephonists().isEmpty() ? Reason.NO_TELEPHONE_STEP : Reason.WINDOW_AWAY;
    }

    /** As calls have it: whom a letter can be sent to gets the letter. */
    private static boolean hasTelephoneOnly(Person person) {
        return person.email() == null
                && Stream.of(person.mobile(), person.phone(), person.extension())
                        .anyMatch(Objects::nonNull);
    }

    private boolean hasAddress(Person person) {
        return person.email() != null
                && !bounced.contains(Objects.requireNonNull(person.email()).toLowerCase(Locale.ROOT));
    }
}
