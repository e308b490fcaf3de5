package dev.noroshi.incident;

import dev.noroshi.web.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Which measures a list is about.
 *
 * @param incident null for all cases
 * @param settled whether they are done or dropped; null for all
 * @param overdue only those whose last day is over
 */
public record MeasureQuery(
        @Nullable String incident, @Nullable Boolean settled, boolean overdue) {

    /** @param state {@code open} (not settled), {@code overdue}, {@code settled}; null or blank for all */
    public static MeasureQuery of(@Nullable String incident, @Nullable String state) {
        @Nullable String number = incident == null || incident.isBlank() ? null : incident.strip();
        return switch (state == null ? "" : state.strip()) {
            case "" -> new MeasureQuery(number, null, false);
            case "open" -> new MeasureQuery(number, false, false);
            case "overdue" -> new MeasureQuery(number, false, true);
            case "settled" -> new MeasureQuery(number, true, false);
            default -> throw new InvalidInput("state", "choice");
        };
    }
}
