package dev.noroshi.roster;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cells that a spreadsheet would run as a formula, or read as a number or a day and so change ({@code 0901234…},
 * {@code +81…}, {@code 1-2}), are written with an apostrophe before them; it is taken off again when the file comes back.
 */
final class SheetCells {

    private static final Pattern CHANGED = Pattern.compile(
            "['=+\\-@\\t\\r\\n＇＝＋－＠].*"
                    + "|0[0-9]+([.][0-9]+)?|[0-9]{12,}|[0-9]+([.][0-9]+)?[eE][0-9]+|([0-9]{1,2}|[12][0-9]{3})[-/.][0-9]{1,2}([-/.][0-9]{1,4})?"
                    + "|[0-9]{1,2}:[0-9]{1,2}(:[0-9]{1,2})?",
            Pattern.DOTALL);

    private SheetCells() {}

    /** A line of the file; what is not there is blank. */
    static List<String> line(Map<SheetColumn, ? extends @Nullable Object> values) {
        return Stream.of(SheetColumn.values())
                .map(column -> {
                    String text = Objects.toString(values.get(column), "");
                    return column.isTime() ? text : guarded(text);
                })
                .toList();
    }

    static String guarded(String value) {
        return CHANGED.matcher(value).matches() ? "'" + value : value;
    }

    static String plain(String cell) {
        String text = stripped(cell);
        return text.startsWith("'") && CHANGED.matcher(text.substring(1)).matches() ? text.substring(1) : text;
    }

    /** Also without what comes along from web pages and other files, and {@code strip} takes for letters. */
    private static String stripped(String cell) {
        int from = 0;
        int until = cell.length();
        while (from < until && isUnseen(cell.charAt(from))) {
            from++;
        }
        while (until > from && isUnseen(cell.charAt(until - 1))) {
            until--;
        }
        return cell.substring(from, until);
    }

    private static boolean isUnseen(char character) {
        return Character.isWhitespace(character) || character == '\u00A0' || character == '\uFEFF';
    }
}
