package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * On-call turns (当番) of those who hold a role: each has a week, then the next in order.
 *
 * @param members the roster's numbers, in order
 * @param starts the first day of the first turn, in Tokyo
 * @param handover the time of day at which turns begin and end, in Tokyo
 * @param lastDay null for no end; the last turn ends with it
 * @param closedOnly whether turns are for nights and closed days alone
 * @param swaps weeks or hours in which somebody else takes the turn; what was entered last counts
 */
public record Rotation(
        long id,
        String role,
        List<Long> members,
        LocalDate starts,
        LocalTime handover,
        @Nullable LocalDate lastDay,
        boolean closedOnly,
        List<Swap> swaps) {

    private static final Duration WEEK = Duration.ofDays(7);

    public Rotation {
        members = List.copyOf(members);
        swaps = List.copyOf(swaps);
    }

    /** Somebody takes the turn, until before the last moment. */
    public record Swap(long person, Instant from, Instant until) {

        boolean covers(Instant at) {
            return !from.isAfter(at) && until.isAfter(at);
        }
    }

    /** Whose turn it is; empty before, after, and in office hours where turns are for nights and closed days. */
    Optional<Long> onTurn(Instant at, BusinessCalendar calendar) {
        boolean off = at.isBefore(begin()) || !at.isBefore(end()) || closedOnly && calendar.isOfficeHours(at);
        return off || members.isEmpty() ? Optional.empty() : Optional.of(takes(at));
    }

    /** Whose week it is, or who takes it, whether the office is open or not. */
    long takes(Instant at) {
        long week = Duration.between(begin(), at).dividedBy(WEEK);
        return swaps.stream()
                .filter(swap -> swap.covers(at))
                .reduce((earlier, later) -> later)
                .map(Swap::person)
                .orElseGet(() -> members.get((int) (week % members.size())));
    }

    /** Moments before {@code until}, and not long before {@code from}, at which it may change whose turn it is. */
    Stream<Instant> changes(Instant from, Instant until, BusinessCalendar calendar) {
        long gone = Math.max(0, Duration.between(begin(), from).dividedBy(WEEK));
        Stream<Instant> weeks = Stream.iterate(
                begin().plus(WEEK.multipliedBy(gone)), week -> week.isBefore(until), week -> week.plus(WEEK));
        Stream<Instant> office = closedOnly ? calendar.officeChanges(from, until).stream() : Stream.empty();
        Stream<Instant> swapped = swaps.stream().flatMap(swap -> Stream.of(swap.from(), swap.until()));
        return Stream.of(weeks, office, swapped, Stream.of(begin(), end())).flatMap(moments -> moments);
    }

    /** Whether the same people have the same turns, swaps aside. */
    boolean isSame(Rotation other) {
        return role.equals(other.role)
                && members.equals(other.members)
                && starts.equals(other.starts)
                && handover.equals(other.handover)
                && Objects.equals(lastDay, other.lastDay)
                && closedOnly == other.closedOnly;
    }

    Instant begin() {
        return starts.atTime(handover).atZone(BusinessCalendar.TOKYO).toInstant();
    }

    Instant end() {
        return lastDay == null
                ? Instant.MAX
                : lastDay.plusDays(1).atStartOfDay(BusinessCalendar.TOKYO).toInstant();
    }
}
