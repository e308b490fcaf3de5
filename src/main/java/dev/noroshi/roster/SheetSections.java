package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sections that a file speaks of: those that stand today, and new ones where it says the department too. */
final class SheetSections {

    private final Map<String, SectionEntity> byName = new LinkedHashMap<>();
    private final List<SectionEntity> added = new ArrayList<>();
    private final List<SheetChange> changes = new ArrayList<>();
    private final LocalDate today;
    private int position;

    SheetSections(List<SectionEntity> sections, int nextPosition, LocalDate today) {
        sections.forEach(it -> byName.putIfAbsent(SearchKey.of(it.name()), it));
        this.position = nextPosition;
        this.today = today;
    }

    List<SectionEntity> added() {
        return added;
    }

    List<SheetChange> changes() {
        return changes;
    }

    @Nullable
    SectionEntity named(@Nullable String name) {
        return name == null ? null : byName.get(SearchKey.of(name));
    }

    /** Learns the line's section, or says why it cannot be. */
    void learn(SheetRow row, List<SheetError> errors) {
        String name = row.text(SheetColumn.SECTION);
        String department = row.text(SheetColumn.DEPARTMENT);
        if (name == null) {
            return;
        }
        SectionEntity known = named(name);
        if (known == null && department == null) {
            errors.add(SheetError.of(row.line(), SheetColumn.SECTION.key(), "sheet-section"));
        } else if (known == null) {
            add(row, name, String.valueOf(department), errors);
        } else if (department != null && !SearchKey.of(department).equals(SearchKey.of(known.department()))) {
            errors.add(SheetError.of(
                    row.line(), SheetColumn.DEPARTMENT.key(), "sheet-department", name, known.department()));
        }
    }

    private void add(SheetRow row, String name, String department, List<SheetError> errors) {
        EntryCheck check = new EntryCheck();
        check.text(SheetColumn.SECTION.key(), name, 100);
        check.text(SheetColumn.DEPARTMENT.key(), department, 100);
        check.errors().forEach(it -> errors.add(new SheetError(row.line(), it.field(), it.code(), it.arguments())));
        SectionEntity section = new SectionEntity(name, department, position, today);
        position += 10;
        byName.put(SearchKey.of(name), section);
        added.add(section);
        changes.add(new SheetChange(
                "section-added",
                row.line(),
                name,
                null,
                List.of(new SheetChange.Value(SheetColumn.DEPARTMENT.key(), null, department))));
    }
}
