package dev.noroshi.incident;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What shall be different of a measure; null for what stays.
 *
 * @param owner key or name of a role, a section or a person
 * @param reason required where it is dropped
 */
public record MeasureChange(
        @Nullable String what,
        @Nullable String owner,
        @Nullable LocalDate due,
        @Nullable String state,
        @Nullable String reason,
        @Nullable String followUp) {}
