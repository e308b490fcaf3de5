package dev.noroshi.roster;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How people are reached at the hours of the office and outside them, held in memory. */
final class HourlyContacts {

    static final HourlyContacts NONE = new HourlyContacts(List.of());

    private final Map<Long, List<Contact>> byPerson;

    HourlyContacts(List<Contact> contacts) {
        byPerson = contacts.stream()
                .filter(it -> !it.kind().equals(Contact.REPLY))
                .collect(Collectors.groupingBy(Contact::person));
    }

    /** The person with the contacts of these hours. */
    Person at(Person person, boolean office) {
        List<Contact> own = byPerson.get(person.id());
        return own == null
                ? person
                : person.reachedBy(
                        value(own, "email", office, person.email()),
                        value(own, "phone", office, person.phone()),
                        value(own, "mobile", office, person.mobile()),
                        value(own, "extension", office, person.extension()));
    }

    /**
     * Whether letters to the person go elsewhere when the office opens or closes, or whether the telephone of somebody who has
     * no mail address is there at some hours only.
     */
    boolean changesReach(Person person) {
        return byPerson.getOrDefault(person.id(), List.of()).stream()
                .anyMatch(it -> !it.hours().equals("always") && (it.isMail() || person.email() == null));
    }

    /** What is for these hours alone comes before what is for always. */
    private static @Nullable String value(List<Contact> own, String kind, boolean office, @Nullable String otherwise) {
        List<Contact> fitting = own.stream()
                .filter(it -> it.kind().equals(kind) && it.holds(office))
                .toList();
        return fitting.stream()
                .filter(it -> !it.hours().equals("always"))
                .findFirst()
                .or(() -> fitting.stream().findFirst())
                .map(Contact::value)
                .orElse(otherwise);
    }
}
