package dev.noroshi.roster.web;

import dev.noroshi.roster.Contact;
import dev.noroshi.roster.ContactEntry;
import dev.noroshi.roster.Contacts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Contacts by the hour over REST, for administrators. */
@RestController
@RequestMapping("/api/v1/roster/people/{person}/contacts")
class ContactApi {

    /** @param consent false to be refused when some call then reaches nobody */
    record Removal(@Nullable Boolean consent) {}

    private final Contacts contacts;

    ContactApi(Contacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping
    List<Contact> contacts(@PathVariable long person) {
        return contacts.of(person);
    }

    /** Kinds are email, phone, mobile, extension, and reply for an address that only answers come from. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Contact add(@PathVariable long person, @RequestBody ContactEntry entry) {
        return contacts.add(person, entry);
    }

    @PostMapping("/{contact}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable long person,
            @PathVariable long contact,
            @RequestBody(required = false) @Nullable Removal removal) {
        contacts.remove(person, contact, removal == null || !Boolean.FALSE.equals(removal.consent()));
    }
}
