package dev.noroshi.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds whom the lines of a file mean: by number, else by account, else by name with address or section, else a new person. */
final class SheetPeople {

    /** Somebody of whom the file speaks. */
    static final class Meant {

        final @Nullable PersonEntity known;
        final SheetRow first;
        final PersonEntry entry;

        Meant(@Nullable PersonEntity known, SheetRow first, PersonEntry entry) {
            this.known = known;
            this.first = first;
            this.entry = entry;
        }

        String name() {
            return entry.name() == null ? "" : entry.name();
        }
    }

    private final List<PersonEntity> people;
    private final Map<Object, Meant> meant = new LinkedHashMap<>();

    SheetPeople(List<PersonEntity> people) {
        this.people = people;
    }

    List<Meant> all() {
        return List.copyOf(meant.values());
    }

    /** Those of whom the file does not speak. */
    List<PersonEntity> others() {
        return people.stream().filter(it -> !meant.containsKey(it.id())).toList();
    }

    /** Whom the line means; empty and an error when it names a number that nobody has. */
    Optional<Meant> of(SheetRow row, List<SheetError> errors) {
        String number = row.text(SheetColumn.NUMBER);
        Optional<PersonEntity> known = number == null
                ? byWords(row)
                : people.stream()
                        .filter(it -> Long.toString(it.id()).equals(number))
                        .findFirst();
        if (number != null && known.isEmpty()) {
            errors.add(SheetError.of(row.line(), SheetColumn.NUMBER.key(), "unknown-person"));
            return Optional.empty();
        }
        Object key = known.map(it -> (Object) it.id()).orElseGet(() -> keyOf(row));
        Meant before = meant.get(key);
        if (before == null) {
            Meant now = new Meant(known.orElse(null), row, entry(row, known.orElse(null)));
            meant.put(key, now);
            return Optional.of(now);
        }
        disagreements(before, row, errors);
        return Optional.of(before);
    }

    private Optional<PersonEntity> byWords(SheetRow row) {
        String account = row.text(SheetColumn.ACCOUNT);
        if (account != null) {
            Optional<PersonEntity> held =
                    only(it -> account.equalsIgnoreCase(it.entry().account()));
            if (held.isPresent()) {
                return held;
            }
        }
        String name = folded(row.text(SheetColumn.NAME));
        String email = row.text(SheetColumn.EMAIL);
        String section = folded(row.text(SheetColumn.SECTION));
        return only(it -> folded(it.name()).equals(name)
                && (account == null || it.entry().account() == null)
                && (email != null && email.equalsIgnoreCase(it.entry().email())
                        || folded(it.entry().section()).equals(section)));
    }

    private Optional<PersonEntity> only(Predicate<PersonEntity> like) {
        List<PersonEntity> found = people.stream().filter(like).limit(2).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static Object keyOf(SheetRow row) {
        String account = row.text(SheetColumn.ACCOUNT);
        return account != null
                ? account.toLowerCase(Locale.ROOT)
                : List.of(
                        folded(row.text(SheetColumn.NAME)),
                        folded(row.text(SheetColumn.EMAIL)),
                        folded(row.text(SheetColumn.SECTION)));
    }

    private static void disagreements(Meant before, SheetRow row, List<SheetError> errors) {
        for (SheetColumn column : SheetColumn.OF_PERSON) {
            if (!row.cells()
                    .getOrDefault(column, "")
                    .equals(before.first.cells().getOrDefault(column, ""))) {
                errors.add(SheetError.of(row.line(), column.key(), "sheet-differs", before.first.line()));
            }
        }
    }

    private static PersonEntry entry(SheetRow row, @Nullable PersonEntity person) {
        PersonEntry known = person == null ? PersonEntry.empty() : person.entry();
        List<@Nullable String> texts = new ArrayList<>();
        for (SheetColumn column : SheetColumn.OF_PERSON) {
            String text = row.text(column, known.of(column));
            texts.add(text == null && column == SheetColumn.LANGUAGE ? known.of(column) : text);
        }
        return PersonEntry.of(texts);
    }

    static String folded(@Nullable String text) {
        return text == null ? "" : SearchKey.of(text);
    }
}
