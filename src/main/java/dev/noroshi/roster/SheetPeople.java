package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds whom the lines of a file mean: by number, else by account, else by name with address or section, else a new person. */
final class SheetPeople {

    /** Somebody of whom the file speaks. */
    static final class Meant {

        final @Nullable SheetPerson known;
        final SheetRow first;
        final PersonEntry entry;

        Meant(@Nullable SheetPerson known, SheetRow first, PersonEntry entry) {
            this.known = known;
            this.first = first;
            this.entry = entry;
        }

        String name() {
            return entry.name() == null ? "" : entry.name();
        }
    }

    private final List<SheetPerson> people;
    private final LocalDate today;
    private final Map<String, SheetPerson> byNumber = new HashMap<>();
    private final Map<String, List<SheetPerson>> byAccount;
    private final Map<String, List<SheetPerson>> byName;
    private final Map<Object, Meant> meant = new LinkedHashMap<>();

    SheetPeople(List<SheetPerson> people, LocalDate today) {
        this.today = today;
        this.people = people;
        people.forEach(it -> byNumber.put(Long.toString(it.id()), it));
        this.byAccount = people.stream()
                .filter(it -> it.entry().account() != null)
                .collect(Collectors.groupingBy(it -> lower(it.entry().account())));
        this.byName = people.stream().collect(Collectors.groupingBy(it -> folded(it.name())));
    }

    List<Meant> all() {
        return List.copyOf(meant.values());
    }

    /** Those of whom the file does not speak. */
    List<SheetPerson> others() {
        return people.stream().filter(it -> !meant.containsKey(it.id())).toList();
    }

    /** Whom the line means; empty and an error when it names a number that nobody has. */
    Optional<Meant> of(SheetRow row, List<SheetError> errors) {
        String number = row.text(SheetColumn.NUMBER);
        Optional<SheetPerson> known = number == null ? byWords(row) : Optional.ofNullable(byNumber.get(number));
        if (number != null && known.isEmpty()) {
            errors.add(SheetError.of(row.line(), SheetColumn.NUMBER.key(), "unknown-person"));
            return Optional.empty();
        }
        Object key = known.map(it -> (Object) it.id()).orElseGet(() -> keyOf(row));
        Meant before = meant.get(key);
        if (before == null) {
            Meant now = new Meant(known.orElse(null), row, entry(row, known.orElse(null), errors));
            meant.put(key, now);
            return Optional.of(now);
        }
        disagreements(before, row, errors);
        return Optional.of(before);
    }

    private Optional<SheetPerson> byWords(SheetRow row) {
        String account = row.text(SheetColumn.ACCOUNT);
        if (account != null) {
            List<SheetPerson> held = byAccount.getOrDefault(lower(account), List.of());
            if (held.size() == 1) {
                return Optional.of(held.get(0));
            }
        }
        String email = row.text(SheetColumn.EMAIL);
        String section = folded(row.text(SheetColumn.SECTION));
        List<SheetPerson> found = byName.getOrDefault(folded(row.text(SheetColumn.NAME)), List.of()).stream()
                .filter(it -> (account == null || it.entry().account() == null)
                        && (email != null && email.equalsIgnoreCase(it.entry().email())
                                || folded(it.entry().section()).equals(section)))
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static String lower(@Nullable String account) {
        return String.valueOf(account).toLowerCase(Locale.ROOT);
    }

    /** Of somebody new: lines with the same are the same person's. The section tells people without an address apart. */
    private static Object keyOf(SheetRow row) {
        String account = row.text(SheetColumn.ACCOUNT);
        String email = row.text(SheetColumn.EMAIL);
        return account != null
                ? lower(account)
                : List.of(
                        folded(row.text(SheetColumn.NAME)),
                        folded(email),
                        email != null ? "" : folded(row.text(SheetColumn.SECTION)));
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

    /** But post and section, which are compared by themselves. */
    private PersonEntry entry(SheetRow row, @Nullable SheetPerson person, List<SheetError> errors) {
        PersonEntry known = person == null ? PersonEntry.empty() : person.entry();
        String language = row.text(SheetColumn.LANGUAGE, known.language());
        return new PersonEntry(
                row.text(SheetColumn.ACCOUNT, known.account()),
                row.text(SheetColumn.NAME, known.name()),
                row.text(SheetColumn.KANA, known.kana()),
                null,
                null,
                row.text(SheetColumn.EMAIL, known.email()),
                row.text(SheetColumn.PHONE, known.phone()),
                row.text(SheetColumn.MOBILE, known.mobile()),
                row.text(SheetColumn.EXTENSION, known.extension()),
                language == null ? known.language() : language,
                row.has(SheetColumn.FIRST_DAY) ? row.day(SheetColumn.FIRST_DAY, today, errors) : known.firstDay(),
                row.has(SheetColumn.LAST_DAY) ? row.day(SheetColumn.LAST_DAY, today, errors) : known.lastDay());
    }

    static String folded(@Nullable String text) {
        return text == null ? "" : SearchKey.of(text);
    }
}
