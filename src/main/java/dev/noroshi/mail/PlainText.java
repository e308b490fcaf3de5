package dev.noroshi.mail;

/** Text as it may stand in a letter: no control characters, lines of at most 35 full-width characters. */
final class PlainText {

    /** Columns of one line; a full-width character takes two (domain.md §7.3). */
    static final int LINE = 70;

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

    static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean half = character >= 0xFF61 && character <= 0xFF9F || character >= 0xFFE8 && character <= 0xFFEE;
        return character < 0x80 || half ? 1 : 2;
    }

    /** At most that many columns, and no more characters, of which some take none; the rest shown as an ellipsis. */
    static String clip(String text, int columns) {
        if (width(text) <= columns && text.length() <= columns) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 2;
        for (int character : text.codePoints().toArray()) {
            used += width(character);
            if (used > columns || kept.length() + 3 > columns) {
                break;
            }
            kept.appendCodePoint(character);
        }
        return kept.append('…').toString();
    }

    /** Lines of at most {@link #LINE} columns. */
    static String wrap(String text) {
        return Wrapping.wrap(text);
    }
}
