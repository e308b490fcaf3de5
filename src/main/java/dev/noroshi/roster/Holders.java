package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Roles;
import dev.noroshi.web.ReadOnce;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who sits in which role at a moment: holder first, then deputies, stand-ins in the place of who is absent. */
@Component
class Holders {

    private final AppointmentRepository appointments;
    private final PersonRepository people;
    private final ContactRepository contacts;
    private final BusinessCalendar calendar;
    private final ReadOnce<String, HourlyContacts> everyHour = new ReadOnce<>();

    Holders(
            AppointmentRepository appointments,
            PersonRepository people,
            ContactRepository contacts,
            BusinessCalendar calendar) {
        this.appointments = appointments;
        this.people = people;
        this.contacts = contacts;
        this.calendar = calendar;
    }

    /** By role, each asked one among the keys. */
    Map<String, List<Person>> of(Collection<String> roles, Instant at) {
        List<String> asked = roles.stream().distinct().toList();
        Map<String, List<Person>> holders = new HashMap<>();
        for (int i = 0; i < asked.size(); i += 2) {
            List<String> two = asked.subList(i, Math.min(i + 2, asked.size()));
            Map<String, List<Seat>> seats =
                    appointments.seats(two.get(0), two.get(two.size() - 1), dayOf(at), at).stream()
                            .collect(Collectors.groupingBy(Seat::role));
            two.forEach(role -> holders.put(role, present(seats.getOrDefault(role, List.of()), at)));
        }
        return holders;
    }

    List<Person> headsOf(Section section, Instant at) {
        return present(appointments.seats(Roles.SECTION_MANAGER, section.id(), dayOf(at), at), at);
    }

    HourlyContacts everyHour() {
        return everyHour.of(
                "",
                it -> new HourlyContacts(
                        contacts.whole().stream().map(ContactEntity::seen).toList()));
    }

    private List<Person> present(List<Seat> seats, Instant at) {
        Set<Long> named =
                seats.stream().map(Seat::standIn).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<Long, Person> standIns = named.isEmpty()
                ? Map.of()
                : people.present(named, dayOf(at), at).stream().collect(Collectors.toMap(Person::id, it -> it));
        boolean further = !named.isEmpty() || seats.stream().anyMatch(Seat::hourly);
        HourlyContacts hourly = further ? everyHour() : HourlyContacts.NONE;
        boolean office = calendar.isOfficeHours(at);
        return seats.stream()
                .flatMap(seat -> seat.absence() == null
                        ? Stream.of(seat.holder())
                        : Optional.ofNullable(seat.standIn()).map(standIns::get).stream())
                .distinct()
                .map(person -> hourly.at(person, office))
                .toList();
    }

    private static LocalDate dayOf(Instant at) {
        return at.atZone(BusinessCalendar.TOKYO).toLocalDate();
    }
}
