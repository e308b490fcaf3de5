package dev.noroshi.roster;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.journal.Journal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how people are reached by the hour, and the addresses from which their answers count; administrators do. */
@Service
@Transactional
public class Contacts {

    public static final List<String> KINDS = List.of("mobile", "phone", "extension", "email", "reply");
    public static final List<String> HOURS = List.of("office", "outside", "always");
    static final int MOST = 20;

    private final ContactRepository contacts;
    private final HeldAddresses held;
    private final PersonRepository people;
    private final Cautious cautious;
    private final RosterLock lock;
    private final Journal journal;

    Contacts(
            ContactRepository contacts,
            HeldAddresses held,
            PersonRepository people,
            Cautious cautious,
            RosterLock lock,
            Journal journal) {
        this.contacts = contacts;
        this.held = held;
        this.people = people;
        this.cautious = cautious;
        this.lock = lock;
        this.journal = journal;
    }

    @Transactional(readOnly = true)
    public List<Contact> of(long person) {
        requireAdmin();
        return contacts.of(person).stream()
                .map(ContactEntity::seen)
                .sorted(Comparator.comparing((Contact it) -> KINDS.indexOf(it.kind()))
                        .thenComparing(it -> HOURS.indexOf(it.hours())))
                .toList();
    }

    /**
     * Adds a contact; a repeat does nothing.
     *
     * @throws UnknownPerson when the roster has no such person
     * @throws NewHoles where the entry asks for caution and some call would reach nobody
     */
    public Contact add(long person, ContactEntry entry) {
        requireAdmin();
        lock.take();
        PersonEntity known = people.findById(person).orElseThrow(() -> new UnknownPerson(person));
        Contact wanted = checked(person, entry, contacts.of(person).size());
        return contacts.of(person).stream()
                .map(ContactEntity::seen)
                .filter(it ->
                        it.kind().equals(wanted.kind()) && it.hours().equals(wanted.hours()) && it.is(wanted.value()))
                .findFirst()
                .orElseGet(() -> {
                    ContactEntity added = cautious.change(
                            !Boolean.FALSE.equals(entry.consent()),
                            () -> contacts.save(
                                    new ContactEntity(person, wanted.kind(), wanted.hours(), wanted.value())));
                    journal.record("roster.contact-added", known.name(), said(wanted));
                    return added.seen();
                });
    }

    /**
     * @param consent whether to go on when some call then reaches nobody
     * @throws NewHoles without consent
     */
    public void remove(long person, long contact, boolean consent) {
        requireAdmin();
        lock.take();
        PersonEntity known = people.findById(person).orElseThrow(() -> new UnknownPerson(person));
        contacts.findById(contact).filter(it -> it.seen().person() == person).ifPresent(removed -> {
            cautious.change(consent, () -> {
                contacts.delete(removed);
                return removed;
            });
            journal.record("roster.contact-removed", known.name(), said(removed.seen()));
        });
    }

    private Contact checked(long person, ContactEntry entry, int known) {
        EntryCheck check = new EntryCheck();
        String kind = check.required("kind", entry.kind(), 12);
        String hours = entry.hours() == null || entry.hours().isBlank() ? "always" : entry.hours();
        if (!kind.isEmpty() && !KINDS.contains(kind)) {
            check.refuse("kind", "choice");
        }
        if (!HOURS.contains(hours)) {
            check.refuse("hours", "choice");
        }
        String value = value(kind, entry.value(), check);
        if (known >= MOST) {
            check.refuse("value", "contacts-many", MOST);
        }
        if (Set.of("email", Contact.REPLY).contains(kind) && held.byAnother(person, value)) {
            check.refuse("value", "address-held");
        }
        check.requireClean();
        return new Contact(0, person, kind, kind.equals(Contact.REPLY) ? "always" : hours, value);
    }

    static String value(String kind, @Nullable String typed, EntryCheck check) {
        boolean mail = kind.equals("email") || kind.equals(Contact.REPLY);
        int longest = mail ? 190 : kind.equals("extension") ? 20 : 40;
        String value = check.required("value", typed, longest);
        if (mail && !value.isEmpty()) {
            check.email("value", value);
        }
        if (kind.equals("phone") || kind.equals("mobile")) {
            check.phone("value", value);
        }
        return value;
    }

    private static String said(Contact contact) {
        return contact.kind() + " " + contact.hours() + " " + contact.value();
    }

    private static void requireAdmin() {
        Actor actor = Actors.current();
        if (!actor.isSystem() && !actor.holds(Roles.ADMIN)) {
            throw new NotYours("roster.change");
        }
    }
}
