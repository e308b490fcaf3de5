package dev.noroshi.roster;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the file.
 *
 * @param line of the file, from 1
 * @param cells of the columns that the file has; blank for nothing
 */
record SheetRow(int line, Map<SheetColumn, String> cells) {

    boolean has(SheetColumn column) {
        return cells.containsKey(column);
    }

    /** Null when blank or when the file has no such column. */
    @Nullable
    String text(SheetColumn column) {
        String cell = cells.getOrDefault(column, "");
        return cell.isEmpty() ? null : cell;
    }

    /** What the file says, or what is known already where the file has no such column. */
    @Nullable
    String text(SheetColumn column, @Nullable String known) {
        return has(column) ? text(column) : known;
    }
}
