package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds whom the lines of a file mean: by number, unless that is plainly somebody else's here, else by account, else by name with
 * address or section, else a new person. Lines with one number are one person's.
 */
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

    private static final Pattern NUMBERED = Pattern.compile("([0-9]{1,18})[ \\u3000]*(.*)");

    private final List<SheetPerson> people;
    private final LocalDate today;
    private final Map<String, SheetPerson> byNumber = new HashMap<>();
    private final Map<String, List<SheetPerson>> byAccount;
    private final Map<String, List<SheetPerson>> byName;
    private final Map<Object, Meant> meant = new LinkedHashMap<>();

    /** By the numbers in the file, which in that of another city are not ours. */
    private final Map<String, Meant> numbered = new HashMap<>();

    /** Whom lines of others mention. */
    private final Map<Long, Meant> asKnown = new HashMap<>();

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

    /** Whom the line means; empty and an error when it names a number that nobody has, and the name of somebody. */
    Optional<Meant> of(SheetRow row, List<SheetError> errors) {
        String number = row.text(SheetColumn.NUMBER);
        Meant before = number == null ? null : numbered.get(number);
        if (before == null) {
            Optional<SheetPerson> known = byNumber(number, row).or(() -> byWords(row));
            if (known.isEmpty() && number != null && !byNumber.containsKey(number) && byName.containsKey(nameOf(row))) {
                errors.add(SheetError.of(row.line(), SheetColumn.NUMBER.key(), "unknown-person"));
                return Optional.empty();
            }
            Object key =
                    known.map(it -> (Object) it.id()).orElseGet(() -> number == null ? keyOf(row) : "number " + number);
            before = meant.get(key);
            if (before == null) {
                Meant now = new Meant(known.orElse(null), row, entry(row, known.orElse(null), errors));
                meant.put(key, now);
                note(number, now);
                return Optional.of(now);
            }
            note(number, before);
        }
        disagreements(before, row, errors);
        return Optional.of(before);
    }

    private void note(@Nullable String number, Meant holder) {
        if (number != null) {
            numbered.put(number, holder);
        }
    }

    private Optional<SheetPerson> byNumber(@Nullable String number, SheetRow row) {
        return number == null
                ? Optional.empty()
                : Optional.ofNullable(byNumber.get(number)).filter(it -> !isSomebodyElse(it, row));
    }

    /** The number of another city's file: neither name nor account nor address is that of the number's person here. */
    private static boolean isSomebodyElse(SheetPerson person, SheetRow row) {
        String account = person.entry().account();
        String email = person.entry().email();
        boolean told = row.has(SheetColumn.ACCOUNT) && account != null || row.has(SheetColumn.EMAIL) && email != null;
        return told
                && !folded(person.name()).equals(nameOf(row))
                && (account == null || !account.equalsIgnoreCase(row.text(SheetColumn.ACCOUNT)))
                && (email == null || !email.equalsIgnoreCase(row.text(SheetColumn.EMAIL)));
    }

    private static String nameOf(SheetRow row) {
        return folded(row.text(SheetColumn.NAME));
    }

    /** Whom another line speaks of, whose own lines were read before: by number, else by account, else by the only such name. */
    Optional<Meant> find(SheetRow row) {
        String number = row.text(SheetColumn.NUMBER);
        String account = row.text(SheetColumn.ACCOUNT);
        return find(number, nameOf(row))
                .or(() -> account == null ? Optional.empty() : byAccount(account))
                .or(() -> named(nameOf(row)));
    }

    /** The same for somebody in a cell: a number, a number and a name, an account or a name. */
    Optional<Meant> find(String text) {
        Matcher numbered = NUMBERED.matcher(text.strip());
        return numbered.matches()
                ? find(numbered.group(1), folded(numbered.group(2))).or(() -> named(folded(numbered.group(2))))
                : byAccount(text.strip()).or(() -> named(folded(text)));
    }

    private Optional<Meant> find(@Nullable String number, String name) {
        if (number == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(numbered.get(number))
                .or(() -> Optional.ofNullable(byNumber.get(number)).map(this::meaning))
                .filter(it -> name.isEmpty() || folded(it.name()).equals(name));
    }

    private Optional<Meant> byAccount(String account) {
        return only(it -> account.equalsIgnoreCase(it.entry.account()));
    }

    private Optional<Meant> named(String name) {
        return name.isEmpty() ? Optional.empty() : only(it -> folded(it.name()).equals(name));
    }

    private Optional<Meant> only(Predicate<Meant> wanted) {
        List<Meant> found = Stream.concat(
                        meant.values().stream(), others().stream().map(this::meaning))
                .filter(wanted)
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private Meant meaning(SheetPerson person) {
        Meant spoken = meant.get(person.id());
        return spoken != null
                ? spoken
                : asKnown.computeIfAbsent(
                        person.id(), it -> new Meant(person, new SheetRow(0, Map.of()), person.entry()));
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
