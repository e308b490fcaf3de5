package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The roster as it is known for the time to come, held in memory: who is called for a role at a moment, and when that changes. */
public final class RosterAhead {

    /** A role in a person's hands, from the first to the last day in Tokyo; null for no last day. */
    public record Tenure(
            String role,
            Person person,
            LocalDate from,
            @Nullable LocalDate until) {

        boolean isOn(LocalDate day) {
            return !from.isAfter(day) && (until == null || !until.isBefore(day));
        }

        Stream<Instant> changes() {
            return edges(from, until);
        }
    }

    /**
     * A person is not there, until before the last moment.
     *
     * @param standIn who acts instead; null for nobody
     */
    public record Away(long person, @Nullable Person standIn, Instant from, Instant until) {

        boolean covers(Instant at) {
            return !from.isAfter(at) && until.isAfter(at);
        }
    }

    /**
     * Who holds a role, and who is called for them.
     *
     * @param called the holder while there, else who stands in; null while both are away
     * @param standIn who was named to stand in, there or not; null while the holder is there, and for nobody
     */
    public record Held(
            Person holder,
            @Nullable Person called,
            @Nullable Person standIn) {

        Held as(UnaryOperator<Person> then) {
            return new Held(
                    then.apply(holder),
                    called == null ? null : then.apply(called),
                    standIn == null ? null : then.apply(standIn));
        }
    }

    private final Map<String, List<Tenure>> tenures;
    private final Map<Long, List<Away>> aways;

    private final List<Rotation> rotations;
    private final BusinessCalendar calendar;
    private final HourlyContacts contacts;
    private final PostsAhead posts;

    /** @param tenures in the order of calling */
    public RosterAhead(List<Tenure> tenures, List<Away> aways, List<Rotation> rotations, BusinessCalendar calendar) {
        this(tenures, aways, rotations, calendar, HourlyContacts.NONE, PostsAhead.NONE);
    }

    RosterAhead(
            List<Tenure> tenures,
            List<Away> aways,
            List<Rotation> rotations,
            BusinessCalendar calendar,
            HourlyContacts contacts,
            PostsAhead posts) {
        this.posts = posts;
        this.contacts = contacts;
        this.rotations = List.copyOf(rotations);
        this.calendar = calendar;
        this.tenures = tenures.stream().collect(Collectors.groupingBy(Tenure::role));
        this.aways = aways.stream().collect(Collectors.groupingBy(Away::person));
    }

    /**
     * Who holds a role at a moment, in the order of calling, there or not, with the post and the contacts of that hour; nobody
     * before their first or after their last day in service.
     */
    public List<Held> held(String role, Instant at) {
        return held(role, at, calendar.isOfficeHours(at));
    }

    /** The same with the contacts of office hours, or of those outside, whatever hour it is. */
    public List<Held> held(String role, Instant at, boolean office) {
        LocalDate day = at.atZone(BusinessCalendar.TOKYO).toLocalDate();
        return tenures.getOrDefault(role, List.of()).stream()
                .filter(tenure -> tenure.isOn(day) && tenure.person().servesOn(day))
                .flatMap(tenure -> inPlaceOf(tenure.person(), at, day))
                .map(held -> held.as(person -> contacts.at(posts.at(person, day), office)))
                .toList();
    }

    /** To whom the roster gives a role at a moment that is before their first or after their last day in service. */
    public List<Person> outOfService(String role, Instant at) {
        LocalDate day = at.atZone(BusinessCalendar.TOKYO).toLocalDate();
        return tenures.getOrDefault(role, List.of()).stream()
                .filter(tenure -> tenure.isOn(day) && !tenure.person().servesOn(day))
                .map(Tenure::person)
                .distinct()
                .toList();
    }

    /** Who acts in a role at a moment, in the order of calling, each once. */
    public List<Person> acting(String role, Instant at) {
        return acting(held(role, at));
    }

    /** Who is called for a role at a moment: while somebody of them has the turn they alone, else all who act in it. */
    public List<Person> called(String role, Instant at) {
        List<Held> held = held(role, at);
        List<Person> onTurn = rotations.stream()
                .filter(rotation -> rotation.role().equals(role))
                .flatMap(rotation -> rotation.onTurn(at, calendar).stream())
                .flatMap(person -> held.stream().filter(it -> it.holder().id() == person))
                .flatMap(it -> Optional.ofNullable(it.called()).stream())
                .filter(person -> person.email() != null)
                .distinct()
                .toList();
        return onTurn.isEmpty() ? acting(held) : onTurn;
    }

    private static List<Person> acting(List<Held> held) {
        return held.stream()
                .flatMap(it -> Optional.ofNullable(it.called()).stream())
                .distinct()
                .toList();
    }

    /** Moments until before {@code until} at which it may change who is called for a role, and how; between two it does not. */
    public SortedSet<Instant> changes(String role, Instant from, Instant until) {
        List<Tenure> held = tenures.getOrDefault(role, List.of());
        Set<Person> people = new HashSet<>();
        held.forEach(tenure -> people.add(tenure.person()));
        held.stream()
                .flatMap(tenure -> away(tenure.person().id()))
                .flatMap(away -> Optional.ofNullable(away.standIn()).stream())
                .forEach(people::add);
        Stream<Instant> absences = people.stream()
                .flatMap(person -> away(person.id()))
                .flatMap(away -> Stream.of(away.from(), away.until()));
        Stream<Instant> service = people.stream().flatMap(person -> edges(person.firstDay(), person.lastDay()));
        Stream<Instant> turns = rotations.stream()
                .filter(rotation -> rotation.role().equals(role))
                .flatMap(rotation -> rotation.changes(from, until, calendar));
        Stream<Instant> hours = people.stream().anyMatch(contacts::changesReach)
                ? calendar.officeChanges(from, until).stream()
                : Stream.empty();
        return Stream.of(held.stream().flatMap(Tenure::changes), absences, service, turns, hours)
                .flatMap(Function.identity())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first moment of the first day, and the first after the last. */
    static Stream<Instant> edges(@Nullable LocalDate first, @Nullable LocalDate last) {
        return Stream.of(Optional.ofNullable(first), Optional.ofNullable(last).map(it -> it.plusDays(1)))
                .flatMap(Optional::stream)
                .map(day -> day.atStartOfDay(BusinessCalendar.TOKYO).toInstant());
    }

    private Stream<Held> inPlaceOf(Person holder, Instant at, LocalDate day) {
        List<Away> now = away(holder.id()).filter(away -> away.covers(at)).toList();
        if (now.isEmpty()) {
            return Stream.of(new Held(holder, holder, null));
        }
        return now.stream()
                .map(away -> new Held(
                        holder,
                        Optional.ofNullable(away.standIn())
                                .filter(standIn -> standIn.servesOn(day))
                                .filter(standIn -> away(standIn.id()).noneMatch(it -> it.covers(at)))
                                .orElse(null),
                        away.standIn()));
    }

    private Stream<Away> away(long person) {
        return aways.getOrDefault(person, List.of()).stream();
    }
}
