package dev.noroshi.incident;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A measure to be planned.
 *
 * @param owner key or name of a role, a section or a person; null for the CSIRT's lead
 * @param due null for what the plan's table of time targets says
 */
public record NewMeasure(
        String what, @Nullable String owner, @Nullable LocalDate due) {}
