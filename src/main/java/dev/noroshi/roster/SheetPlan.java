package dev.noroshi.roster;

import dev.noroshi.roster.SheetPeople.Meant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the lines of a file make of the roster. Nothing is changed here. */
final class SheetPlan {

    private final SheetSections sections;
    private final SheetPeople people;
    private final SheetPosts posts;
    private final SheetRoles roles;
    private final SheetContacts contacts;
    private final SheetSectionLines sectionLines;
    private final SheetAbsences absences;
    private final SheetTurns turns;
    private final List<SheetError> errors;
    private final List<Meant> changed = new ArrayList<>();
    private final List<SheetChange> changes = new ArrayList<>();

    /** @param errors those of the file, to which the others are added */
    SheetPlan(SheetPeople people, SheetSections sections, Parts parts, List<SheetError> errors) {
        this.people = people;
        this.sections = sections;
        this.posts = parts.posts();
        this.roles = parts.roles();
        this.contacts = parts.contacts();
        this.sectionLines = parts.sectionLines();
        this.absences = parts.absences();
        this.turns = parts.turns();
        this.errors = errors;
    }

    /** What is compared by itself. */
    record Parts(
            SheetPosts posts,
            SheetRoles roles,
            SheetContacts contacts,
            SheetSectionLines sectionLines,
            SheetAbsences absences,
            SheetTurns turns) {}

    /** @param lines of every kind */
    void read(Map<SheetKind, List<SheetRow>> lines) {
        sectionLines.read(lines.getOrDefault(SheetKind.SECTION, List.of()));
        people(lines.getOrDefault(SheetKind.PERSON, List.of()));
        lines.getOrDefault(SheetKind.ABSENCE, List.of()).forEach(row -> absences.read(row, people));
        absences.compare();
        lines.getOrDefault(SheetKind.ROTATION, List.of()).forEach(row -> turns.rotation(row, people));
        lines.getOrDefault(SheetKind.SWAP, List.of()).forEach(row -> turns.swap(row, people));
        errors.sort(Comparator.comparingInt(SheetError::line));
    }

    private void people(List<SheetRow> rows) {
        for (SheetRow row : rows) {
            sections.learn(row, errors);
        }
        for (SheetRow row : rows) {
            people.of(row, errors).ifPresent(meant -> {
                if (meant.first.equals(row)) {
                    person(meant);
                }
                posts.read(meant, row);
                roles.read(meant, row);
                contacts.read(meant, row);
            });
        }
        posts.compare();
        contacts.compare(people);
        accounts();
    }

    SheetSections sections() {
        return sections;
    }

    SheetPosts posts() {
        return posts;
    }

    SheetRoles roles() {
        return roles;
    }

    SheetContacts contacts() {
        return contacts;
    }

    SheetSectionLines sectionLines() {
        return sectionLines;
    }

    SheetAbsences absences() {
        return absences;
    }

    SheetTurns turns() {
        return turns;
    }

    List<SheetError> errors() {
        return errors;
    }

    /** People to write, new ones among them. */
    List<Meant> changed() {
        return changed;
    }

    List<SheetChange> changes() {
        return Stream.of(
                        sectionLines.changes(),
                        sections.changes(),
                        changes,
                        posts.changes(),
                        roles.changes(),
                        contacts.changes(),
                        absences.changes(),
                        turns.changes())
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(SheetChange::line))
                .toList();
    }

    /** @return how many of the lines change something */
    int touched() {
        return Math.toIntExact(
                changes().stream().map(SheetChange::line).distinct().count());
    }

    List<SheetChange> untouched() {
        Set<Long> meant = people.all().stream()
                .map(it -> it.known)
                .filter(Objects::nonNull)
                .map(SheetPerson::id)
                .collect(Collectors.toSet());
        return Stream.concat(
                        people.others().stream().map(it -> stays(it.name(), null)),
                        roles.others(meant).stream().map(it -> stays(it.holder(), it.role())))
                .toList();
    }

    private static SheetChange stays(String name, @Nullable String role) {
        return new SheetChange("not-in-file", 0, name, role, List.of());
    }

    private void person(Meant meant) {
        EntryCheck check = new EntryCheck();
        new PersonEntity().write(meant.entry, check);
        check.errors()
                .forEach(it -> errors.add(new SheetError(meant.first.line(), it.field(), it.code(), it.arguments())));
        SheetPerson known = meant.known;
        PersonEntry before = known == null ? PersonEntry.empty() : known.entry();
        List<SheetChange.Value> values = new ArrayList<>();
        for (SheetColumn column : SheetColumn.OF_PERSON) {
            SheetChange.differ(values, column, before.of(column), meant.entry.of(column));
        }
        if (!values.isEmpty()) {
            changed.add(meant);
            String kind = known == null ? "person-added" : "person-changed";
            changes.add(new SheetChange(kind, meant.first.line(), meant.name(), null, values));
        }
    }

    /** As they will be: nobody's account twice. */
    private void accounts() {
        Map<String, String> held = new TreeMap<>();
        people.others().stream()
                .map(it -> it.entry().account())
                .filter(Objects::nonNull)
                .forEach(it -> held.put(it.toLowerCase(Locale.ROOT), it));
        for (Meant meant : people.all()) {
            String account = meant.entry.account();
            if (account != null && held.put(account.toLowerCase(Locale.ROOT), account) != null) {
                errors.add(SheetError.of(meant.first.line(), SheetColumn.ACCOUNT.key(), "account-held"));
            }
        }
    }
}
