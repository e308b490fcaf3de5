package dev.noroshi.roster;

import java.util.List;

/** A person of the roster, with what a file may say of them. */
record SheetPerson(PersonEntity person, PersonEntry entry, Career career, List<ContactEntity> contacts) {

    long id() {
        return person.id();
    }

    String name() {
        return person.name();
    }
}
