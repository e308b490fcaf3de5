package dev.noroshi.escalation.proof;

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

/** Whom a rung reaches by mail, and why it does not reach the others. */
final class Reachable {

    /** A year of beginnings, and as long again for the last rung of the last of them. */
    private static final Duration LONGEST = Duration.ofDays(2 * 366);

    private final RosterAhead roster;
    private final Set<String> bounced;
    private final Map<String, SortedSet<Instant>> changes = new HashMap<>();
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

    /** @param missed empty where somebody is reached */
    record Standing(List<Person> reached, List<Missed> missed) {

        /** Why the nearest to be reached is not. */
        Reason reason() {
            Reason nearest = missed.stream()
                    .map(Missed::reason)
                    .max(Comparator.naturalOrder())
                    .orElse(Reason.UNHELD);
            return nearest == Reason.ABSENT && missed.size() > 1 ? Reason.DEPUTY_ABSENT : nearest;
        }
    }

    SortedSet<Instant> changes(String role, Instant first, Instant last) {
        SortedSet<Instant> all = changes.computeIfAbsent(role, it -> roster.changes(it, from, from.plus(LONGEST)));
        return first.isBefore(last) ? all.subSet(first, last.plusNanos(1)) : all.subSet(first, first);
    }

    Standing standing(String role, Instant at) {
        List<Person> reached =
                roster.called(role, at).stream().filter(this::hasAddress).toList();
        return new Standing(
                reached,
                reached.isEmpty()
                        ? roster.held(role, at).stream()
                                .map(this::missed)
                                .distinct()
                                .toList()
                        : List.of());
    }

    private Missed missed(Held held) {
        Person called = held.called();
        String name = held.holder().name();
        if (called == null) {
            String standIn = held.standIn() == null ? null : held.standIn().name();
            return new Missed(name, standIn, standIn == null ? Reason.ABSENT : Reason.DEPUTY_ABSENT);
        }
        String acts = called.id() == held.holder().id() ? null : called.name();
        return new Missed(name, acts, called.email() == null ? Reason.NO_ADDRESS : Reason.BOUNCED);
    }

    private boolean hasAddress(Person person) {
        return person.email() != null
                && !bounced.contains(Objects.requireNonNull(person.email()).toLowerCase(Locale.ROOT));
    }
}
