package dev.noroshi.roster;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a file cannot be taken into the roster.
 *
 * @param line of the file, from 1; 0 for the file as a whole
 * @param column the column's key; null for the whole line
 * @param code its text is {@code error.field.<code>} in the message files
 */
public record SheetError(int line, @Nullable String column, String code, List<Object> arguments) {

    /** So many are said at once. */
    private static final int NAMED = 100;

    static SheetError of(int line, @Nullable String column, String code, Object... arguments) {
        return new SheetError(line, column, code, List.of(arguments));
    }

    /** The first of many, and how many more there are. */
    static List<SheetError> few(List<SheetError> errors) {
        if (errors.size() <= NAMED) {
            return List.copyOf(errors);
        }
        List<SheetError> few = new ArrayList<>(errors.subList(0, NAMED));
        few.add(of(0, null, "sheet-more", errors.size() - NAMED));
        return few;
    }
}
