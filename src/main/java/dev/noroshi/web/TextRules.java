package dev.noroshi.web;

import dev.noroshi.web.Problem.FieldError;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a text that somebody typed may hold: any letter of any language, but no control characters, nothing that turns the
 * direction of writing (U+202E makes {@code exe.txt} of {@code txt.exe}), and no individual number (個人番号).
 */
public final class TextRules {

    /** Plainer than what mail allows, so that every mail server takes it, and never a second addressee or a header. */
    private static final Pattern MAILBOX = Pattern.compile("[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*"
            + "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

    /** Letters by their kind, and yet empty: those of Hangul, and of Braille. */
    private static final String FILLERS = "\u115F\u1160\u3164\uFFA0\u2800";

    private static final int LONGEST_MAILBOX = 190;

    private TextRules() {}

    /**
     * A text of several lines.
     *
     * @param most characters (code points)
     * @return what must be changed; empty when the text may stay as it is
     */
    public static Optional<FieldError> text(String field, String text, int most) {
        return check(field, text, most, true);
    }

    /**
     * As {@link #text}, of one line: without any of the characters that break one, U+2028 and U+2029 among them, and without
     * a tab, which would be told apart from a space nowhere.
     */
    public static Optional<FieldError> line(String field, String text, int most) {
        return check(field, text, most, false);
    }

    /**
     * Whether nothing of it can be seen: spaces of any width, and characters that only shape what stands beside them, such
     * as U+200B.
     */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(TextRules::isUnseen);
    }

    private static boolean isUnseen(int point) {
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> true;
            default -> FILLERS.indexOf(point) >= 0;
        };
    }

    /** Whether a letter can be sent to it. */
    public static boolean isMailbox(String text) {
        return text.length() <= LONGEST_MAILBOX && MAILBOX.matcher(text).matches();
    }

    private static Optional<FieldError> check(String field, String text, int most, boolean lines) {
        if (text.codePointCount(0, text.length()) > most) {
            return Optional.of(new FieldError(field, "too-long", most));
        }
        if (text.codePoints().anyMatch(point -> isRefused(point, lines))) {
            return Optional.of(new FieldError(field, "control"));
        }
        return MyNumbers.in(text) ? Optional.of(new FieldError(field, "my-number")) : Optional.empty();
    }

    private static boolean isRefused(int point, boolean lines) {
        boolean layout = lines && (point == '\t' || point == '\n' || point == '\r');
        boolean turns = point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
        boolean breaks = !lines && (point == 0x2028 || point == 0x2029);
        return Character.isISOControl(point) && !layout
                || turns
                || breaks
                || Character.getType(point) == Character.SURROGATE;
    }
}
