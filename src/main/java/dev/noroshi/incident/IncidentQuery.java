package dev.noroshi.incident;

import dev.noroshi.web.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Which cases are looked for; null asks nothing. */
public record IncidentQuery(
        @Nullable String phase,
        @Nullable Integer level,
        @Nullable String type,
        @Nullable String segment,
        @Nullable String status,
        @Nullable String text) {

    /** As it stands in an address: an empty word asks nothing, a wrong one is refused. */
    public static IncidentQuery of(
            @Nullable String phase,
            @Nullable String level,
            @Nullable String type,
            @Nullable String segment,
            @Nullable String status,
            @Nullable String text) {
        return new IncidentQuery(
                oneOf("phase", phase, IncidentTypes.PHASES::contains),
                level(given(level)),
                oneOf("type", type, IncidentTypes::knows),
                oneOf("segment", segment, IncidentTypes.SEGMENTS::contains),
                oneOf("status", status, value -> value.equals("open") || value.equals("closed")),
                given(text));
    }

    private static @Nullable Integer level(@Nullable String level) {
        if (level == null) {
            return null;
        }
        if (!level.matches("[Ll]?[0-4]")) {
            throw new InvalidInput("level", "choice");
        }
        return level.charAt(level.length() - 1) - '0';
    }

    private static @Nullable String oneOf(
            String name, @Nullable String value, java.util.function.Predicate<String> known) {
        String word = given(value);
        if (word != null && !known.test(word)) {
            throw new InvalidInput(name, "choice");
        }
        return word;
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
