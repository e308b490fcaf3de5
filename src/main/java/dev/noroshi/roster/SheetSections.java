package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sections that a file speaks of: those that stand on the day in question, and new ones where it says the department too. */
final class SheetSections {

    private final Lineages known;
    private final Map<String, SectionEntity> added = new LinkedHashMap<>();
    private final Map<SectionEntity, SheetRow> lines = new LinkedHashMap<>();
    private final List<SectionEntity> planned = new ArrayList<>();
    private final LocalDate today;
    private int position;

    SheetSections(Lineages known, int nextPosition, LocalDate today) {
        this.known = known;
        this.position = nextPosition;
        this.today = today;
    }

    List<SectionEntity> added() {
        return List.copyOf(added.values());
    }

    Lineages known() {
        return known;
    }

    List<SheetChange> changes() {
        List<SheetChange> changes = new ArrayList<>();
        lines.forEach((section, row) -> {
            List<SheetChange.Value> values = new ArrayList<>();
            SheetChange.differ(values, SheetColumn.ORGAN, null, section.organ());
            SheetChange.differ(values, SheetColumn.DEPARTMENT, null, section.department());
            SheetChange.differ(values, SheetColumn.FROM, null, section.from());
            changes.add(new SheetChange("section-added", row.line(), section.name(), null, values));
        });
        return changes;
    }

    /** Sections that lines of their own add come before all others. */
    void plan(List<SectionEntity> sections) {
        planned.addAll(sections);
    }

    int nextPosition() {
        int next = position;
        position += 10;
        return next;
    }

    /** The section of that name in what lasts from the day on, as it is today, or on the last day, or as it was on the first. */
    Optional<SectionEntity> meant(String name, LocalDate from, @Nullable LocalDate until) {
        return standing(name, from, until)
                .or(() -> Optional.ofNullable(added.get(SearchKey.of(name)))
                        .filter(it -> !it.from().isAfter(from.isBefore(today) ? today : from)));
    }

    private Optional<SectionEntity> standing(String name, LocalDate from, @Nullable LocalDate until) {
        return named(name, SheetDays.shown(from, until, today))
                .or(() -> named(name, from))
                .or(() -> from.isBefore(today) ? named(name, today) : Optional.empty());
    }

    private Optional<SectionEntity> named(String name, LocalDate day) {
        return planned.stream()
                .filter(it -> it.isOn(day) && it.isLike(name))
                .findFirst()
                .or(() -> known.named(name, day));
    }

    /** Learns the line's section, or says why it cannot be. */
    void learn(SheetRow row, List<SheetError> errors) {
        String name = row.text(SheetColumn.SECTION);
        if (name == null) {
            return;
        }
        LocalDate from = day(row, SheetColumn.POST_FROM).orElse(today);
        Optional<SectionEntity> meant =
                standing(name, from, day(row, SheetColumn.POST_UNTIL).orElse(null));
        if (meant.isPresent()) {
            agrees(row, SheetColumn.DEPARTMENT, name, meant.get().department(), errors);
            agrees(row, SheetColumn.ORGAN, name, meant.get().organ(), errors);
        } else {
            unknown(row, name, from.isBefore(today) ? today : from, errors);
        }
    }

    private static Optional<LocalDate> day(SheetRow row, SheetColumn column) {
        return SheetDays.of(row.cells().getOrDefault(column, ""));
    }

    private void unknown(SheetRow row, String name, LocalDate day, List<SheetError> errors) {
        Optional<SectionEntity> became = known.formerly(name, today);
        SectionEntity before = added.get(SearchKey.of(name));
        if (became.isPresent()) {
            errors.add(SheetError.of(
                    row.line(),
                    SheetColumn.SECTION.key(),
                    "sheet-section-became",
                    name,
                    became.get().name()));
        } else if (before != null) {
            if (before.from().isAfter(day)) {
                before.beginOn(day);
            }
            agrees(row, SheetColumn.DEPARTMENT, name, before.department(), errors);
            agrees(row, SheetColumn.ORGAN, name, before.organ(), errors);
        } else if (row.text(SheetColumn.DEPARTMENT) == null) {
            errors.add(SheetError.of(row.line(), SheetColumn.SECTION.key(), "sheet-section"));
        } else {
            add(row, name, day, errors);
        }
    }

    private static void agrees(
            SheetRow row, SheetColumn column, String name, @Nullable String known, List<SheetError> errors) {
        String said = row.text(column);
        if (said != null && !SheetPeople.folded(said).equals(SheetPeople.folded(known))) {
            errors.add(SheetError.of(row.line(), column.key(), "sheet-department", name, known == null ? "―" : known));
        }
    }

    private void add(SheetRow row, String name, LocalDate day, List<SheetError> errors) {
        EntryCheck check = new EntryCheck();
        SectionDraft draft = new SectionDraft(name, row.text(SheetColumn.DEPARTMENT), row.text(SheetColumn.ORGAN))
                .checked(check, SheetColumn.SECTION.key());
        if (known.begunOn(name, day)) {
            check.refuse(SheetColumn.SECTION.key(), "section-exists");
        }
        check.errors().forEach(it -> errors.add(new SheetError(row.line(), it.field(), it.code(), it.arguments())));
        SectionEntity section = new SectionEntity(draft, nextPosition(), day);
        added.put(SearchKey.of(name), section);
        lines.put(section, row);
    }
}
