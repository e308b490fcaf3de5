package dev.noroshi.roster;

import org.springframework.stereotype.Component;

/** Whose mail address is whose: two people with one address could not be told apart by what they write. */
@Component
class HeldAddresses {

    private final PersonRepository people;
    private final ContactRepository contacts;

    HeldAddresses(PersonRepository people, ContactRepository contacts) {
        this.people = people;
        this.contacts = contacts;
    }

    /** @param person 0 for one who is not in the roster yet */
    boolean byAnother(long person, String address) {
        return contacts.personWith(address).filter(it -> it != person).isPresent()
                || people.isHeldByAnother(address, person);
    }
}
