package dev.noroshi.workflow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What engine instances run under: a case number ({@code R8-0001}, a drill {@code R8-D0001}), or a thing of that case: a
 * call {@code R8-0001-C2}, an external report {@code R8-0001-R1}.
 */
public final class BusinessKey {

    private static final Pattern SHAPE = Pattern.compile("(R[1-9]\\d*-D?\\d{4,})(?:-([A-Z])([1-9]\\d*))?");

    private BusinessKey() {}

    /** The case of a key; empty for a key of another shape. */
    static Optional<String> incidentIn(String key) {
        Matcher matcher = SHAPE.matcher(key);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** @throws IllegalArgumentException when the key has another shape */
    public static String incidentOf(String key) {
        return incidentIn(key).orElseThrow(() -> new IllegalArgumentException("not a business key: " + key));
    }
}
