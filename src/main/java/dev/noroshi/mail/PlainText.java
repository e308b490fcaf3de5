package dev.noroshi.mail;

/** Text as it may stand in a letter: no control characters, lines of at most 35 full-width characters. */
final class PlainText {

    /** Columns of one line; a full-width character takes two (domain.md §7.3). */
    static final int LINE = 70;

    private static final String NOT_AT_START = "、。，．）」』】〕！？ー…％ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.)]!?";

    private PlainText() {}

    /** One line for a header or a place in a line: every control, separator or direction character becomes a space. */
    static String oneLine(String text) {
        return text.replaceAll(
                        "[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+", " ")
                .strip();
    }

    /** Several lines: as {@link #oneLine}, but line breaks stay. */
    static String lines(String text) {
        return String.join(
                "\n", text.lines().map(line -> oneLine(line.stripTrailing())).toList());
    }

    static int width(String text) {
        return text.codePoints().map(PlainText::width).sum();
    }

    private static int width(int character) {
        return character < 0x80 || (character >= 0xFF61 && character <= 0xFF9F) ? 1 : 2;
    }

    /** At most that many columns, the rest shown as an ellipsis. */
    static String clip(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 2;
        for (int character : text.codePoints().toArray()) {
            used += width(character);
            if (used > columns) {
                break;
            }
            kept.appendCodePoint(character);
        }
        return kept.append('…').toString();
    }

    static String wrap(String text) {
        StringBuilder wrapped = new StringBuilder();
        text.lines().forEach(line -> wrapLine(line, wrapped));
        return wrapped.toString();
    }

    private static void wrapLine(String line, StringBuilder to) {
        String rest = line;
        while (width(rest) > LINE) {
            int end = breakAt(rest);
            if (end >= rest.length()) {
                break;
            }
            to.append(rest.substring(0, end).stripTrailing()).append('\n');
            rest = rest.substring(end).stripLeading();
        }
        to.append(rest).append('\n');
    }

    private static int breakAt(String line) {
        int fits = fitting(line);
        int end = fits;
        while (end > 0 && !breakable(line, end)) {
            end = line.offsetByCodePoints(end, -1);
        }
        if (end > 0) {
            return end;
        }
        // A word longer than a line, such as a link, stays whole: broken it is of no use.
        end = fits;
        while (end < line.length() && !breakable(line, end)) {
            end = line.offsetByCodePoints(end, 1);
        }
        return end;
    }

    private static int fitting(String line) {
        int used = 0;
        int end = 0;
        while (end < line.length()) {
            int character = line.codePointAt(end);
            used += width(character);
            if (used > LINE) {
                break;
            }
            end += Character.charCount(character);
        }
        return end;
    }

    private static boolean breakable(String line, int at) {
        if (at >= line.length()) {
            return true;
        }
        int before = line.codePointBefore(at);
        int after = line.codePointAt(at);
        boolean insideWord = before > ' ' && before < 0x80 && after > ' ' && after < 0x80;
        return !insideWord && NOT_AT_START.indexOf(after) < 0 && "（「『【〔(".indexOf(before) < 0;
    }
}
