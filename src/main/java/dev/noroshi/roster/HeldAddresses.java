package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Whose mail address is whose: two people with one address could not be told apart by what they write. */
@Component
class HeldAddresses {

    private final PersonRepository people;
    private final ContactRepository contacts;

    private final Clock clock;

    HeldAddresses(PersonRepository people, ContactRepository contacts, Clock clock) {
        this.people = people;
        this.contacts = contacts;
        this.clock = clock;
    }

    /**
     * The address of a post goes on to whoever comes next: that of somebody who has left is free.
     *
     * @param person 0 for one who is not in the roster yet
     */
    boolean byAnother(long person, String address) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
        return contacts.personWith(address).filter(it -> it != person).isPresent()
                || people.isHeldByAnother(address, person, today);
    }
}
