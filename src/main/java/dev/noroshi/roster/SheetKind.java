package dev.noroshi.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a line of the file speaks of, and which columns it has for that; a file without kinds is of people alone. */
enum SheetKind {
    PERSON(EnumSet.range(SheetColumn.NUMBER, SheetColumn.VALUE)),
    SECTION(EnumSet.of(
            SheetColumn.ORGAN,
            SheetColumn.DEPARTMENT,
            SheetColumn.SECTION,
            SheetColumn.POSITION,
            SheetColumn.FROM,
            SheetColumn.UNTIL,
            SheetColumn.BECOMES)),
    ABSENCE(EnumSet.of(
            SheetColumn.NUMBER,
            SheetColumn.ACCOUNT,
            SheetColumn.NAME,
            SheetColumn.STARTS_AT,
            SheetColumn.ENDS_AT,
            SheetColumn.STAND_IN)),
    ROTATION(EnumSet.of(
            SheetColumn.ROLE,
            SheetColumn.FROM,
            SheetColumn.UNTIL,
            SheetColumn.HOURS,
            SheetColumn.HANDOVER,
            SheetColumn.MEMBERS)),
    SWAP(EnumSet.of(
            SheetColumn.NUMBER,
            SheetColumn.ACCOUNT,
            SheetColumn.NAME,
            SheetColumn.ROLE,
            SheetColumn.FROM,
            SheetColumn.HOURS,
            SheetColumn.HANDOVER,
            SheetColumn.STARTS_AT,
            SheetColumn.ENDS_AT));

    private final Set<SheetColumn> columns;

    SheetKind(Set<SheetColumn> columns) {
        this.columns = columns;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The lines of each kind; one of no kind, or with something in a column that its kind has not, is refused. */
    static Map<SheetKind, List<SheetRow>> sorted(List<SheetRow> rows, SheetWords words, List<SheetError> errors) {
        Map<SheetKind, List<SheetRow>> sorted = new EnumMap<>(SheetKind.class);
        for (SheetKind kind : values()) {
            sorted.put(kind, new ArrayList<>());
        }
        for (SheetRow row : rows) {
            String named = row.text(SheetColumn.KIND);
            SheetKind kind = named == null
                    ? PERSON
                    : words.kindNamed(named).map(SheetKind::of).orElse(null);
            if (kind == null) {
                errors.add(SheetError.of(row.line(), SheetColumn.KIND.key(), "choice"));
            } else {
                kind.strangers(row, errors);
                sorted.getOrDefault(kind, new ArrayList<>()).add(row);
            }
        }
        return sorted;
    }

    private void strangers(SheetRow row, List<SheetError> errors) {
        for (SheetColumn column : row.cells().keySet()) {
            if (column != SheetColumn.KIND && !columns.contains(column) && row.text(column) != null) {
                errors.add(SheetError.of(row.line(), column.key(), "sheet-kind-column"));
            }
        }
    }

    static SheetKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
