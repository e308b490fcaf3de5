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

    /** As {@link #text}, of one line. */
    public static Optional<FieldError> line(String field, String text, int most) {
        return check(field, text, most, false);
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
        boolean layout = point == '\t' || lines && (point == '\n' || point == '\r');
        boolean turns = point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
        return Character.isISOControl(point) && !layout || turns || Character.getType(point) == Character.SURROGATE;
    }
}
