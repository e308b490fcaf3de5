package dev.noroshi.roster;

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

    static SheetError of(int line, @Nullable String column, String code, Object... arguments) {
        return new SheetError(line, column, code, List.of(arguments));
    }
}
