package dev.noroshi.roster;

import dev.noroshi.roster.SheetPeople.Meant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the further contacts in a file with those of the roster. Of whom a file names contacts of a kind and hours, they
 * have these of that kind and hours and no others; a blank value is none.
 */
final class SheetContacts {

    /** Contacts of somebody that are compared as one. */
    private record Slot(Meant holder, String kind, String hours) {}

    private final SheetWords words;
    private final List<SheetError> errors;
    private final Map<Slot, Map<String, SheetRow>> said = new LinkedHashMap<>();
    private final Map<Meant, List<Contact>> added = new LinkedHashMap<>();
    private final Set<ContactEntity> removed = new LinkedHashSet<>();
    private final List<SheetChange> changes = new ArrayList<>();

    SheetContacts(SheetWords words, List<SheetError> errors) {
        this.words = words;
        this.errors = errors;
    }

    Map<Meant, List<Contact>> added() {
        return added;
    }

    Set<ContactEntity> removed() {
        return removed;
    }

    List<SheetChange> changes() {
        return changes;
    }

    void read(Meant holder, SheetRow row) {
        String kind = row.text(SheetColumn.CONTACT);
        String hours = row.text(SheetColumn.HOURS);
        String value = row.text(SheetColumn.VALUE);
        if (kind == null) {
            if (hours != null || value != null) {
                refuse(row, SheetColumn.CONTACT, "sheet-contact-missing");
            }
            return;
        }
        Optional<String> meantKind = words.contactNamed(kind);
        Optional<String> meantHours = hours == null ? Optional.of("always") : words.hoursNamed(hours);
        if (meantKind.isEmpty()) {
            refuse(row, SheetColumn.CONTACT, "choice");
        } else if (meantHours.isEmpty()) {
            refuse(row, SheetColumn.HOURS, "choice");
        } else {
            boolean reply = meantKind.get().equals(Contact.REPLY);
            Slot slot = new Slot(holder, meantKind.get(), reply ? "always" : meantHours.get());
            Map<String, SheetRow> values = said.computeIfAbsent(slot, it -> new LinkedHashMap<>());
            values.putIfAbsent(value == null ? "" : checked(row, slot.kind(), value), row);
        }
    }

    private String checked(SheetRow row, String kind, String value) {
        EntryCheck check = new EntryCheck();
        String text = Contacts.value(kind, value, check);
        check.errors()
                .forEach(it ->
                        errors.add(new SheetError(row.line(), SheetColumn.VALUE.key(), it.code(), it.arguments())));
        return text;
    }

    /** After the last line: compares. @param people all, as the file will have them */
    void compare(SheetPeople people) {
        said.forEach((slot, values) -> {
            List<ContactEntity> known = slot.holder().known == null
                    ? List.of()
                    : slot.holder().known.contacts().stream()
                            .filter(it -> it.seen().kind().equals(slot.kind())
                                    && it.seen().hours().equals(slot.hours()))
                            .toList();
            List<ContactEntity> gone = known.stream()
                    .filter(it -> values.keySet().stream()
                            .noneMatch(value -> it.seen().is(value)))
                    .toList();
            List<Contact> come = values.keySet().stream()
                    .filter(value -> !value.isEmpty())
                    .filter(value -> known.stream().noneMatch(it -> it.seen().is(value)))
                    .map(value -> new Contact(0, 0, slot.kind(), slot.hours(), value))
                    .toList();
            removed.addAll(gone);
            added.computeIfAbsent(slot.holder(), it -> new ArrayList<>()).addAll(come);
            if (!gone.isEmpty() || !come.isEmpty()) {
                note(slot, known, values);
            }
        });
        few();
        addresses(people);
    }

    private void note(Slot slot, List<ContactEntity> known, Map<String, SheetRow> values) {
        String before = known.stream().map(it -> it.seen().value()).collect(Collectors.joining(", "));
        String after = String.join(
                ", ", values.keySet().stream().filter(it -> !it.isEmpty()).toList());
        int line = values.values().iterator().next().line();
        changes.add(new SheetChange(
                "contact-changed",
                line,
                slot.holder().name(),
                null,
                List.of(
                        new SheetChange.Value(SheetColumn.CONTACT.key(), null, slot.kind()),
                        new SheetChange.Value(SheetColumn.HOURS.key(), null, slot.hours()),
                        new SheetChange.Value(SheetColumn.VALUE.key(), none(before), none(after)))));
    }

    private static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }

    private void few() {
        added.forEach((holder, come) -> {
            long kept = holder.known == null
                    ? 0
                    : holder.known.contacts().stream()
                            .filter(it -> !removed.contains(it))
                            .count();
            if (!come.isEmpty() && kept + come.size() > Contacts.MOST) {
                refuse(holder.first, SheetColumn.VALUE, "contacts-many", Contacts.MOST);
            }
        });
    }

    /** As they will be: no added address of mail is another person's. */
    private void addresses(SheetPeople people) {
        Map<String, Object> owners = new HashMap<>();
        people.others().forEach(it -> {
            hold(owners, it.entry().email(), it.id());
            it.contacts().forEach(contact -> holdMail(owners, contact, it.id()));
        });
        for (Meant meant : people.all()) {
            hold(owners, meant.entry.email(), meant);
            if (meant.known != null) {
                meant.known.contacts().stream()
                        .filter(it -> !removed.contains(it))
                        .forEach(contact -> holdMail(owners, contact, meant));
            }
        }
        said.forEach((slot, values) -> values.forEach((value, row) -> {
            boolean mail = slot.kind().equals("email") || slot.kind().equals(Contact.REPLY);
            if (mail && !value.isEmpty()) {
                Object owner = owners.putIfAbsent(SearchKey.of(value), slot.holder());
                if (owner != null && !Objects.equals(owner, slot.holder())) {
                    refuse(row, SheetColumn.VALUE, "address-held");
                }
            }
        }));
    }

    private static void holdMail(Map<String, Object> owners, ContactEntity contact, Object owner) {
        if (contact.seen().isMail()) {
            hold(owners, contact.seen().value(), owner);
        }
    }

    private static void hold(Map<String, Object> owners, @Nullable String address, Object owner) {
        if (address != null) {
            owners.putIfAbsent(SearchKey.of(address), owner);
        }
    }

    private void refuse(SheetRow row, SheetColumn column, String code, Object... arguments) {
        errors.add(SheetError.of(row.line(), column.key(), code, arguments));
    }
}
