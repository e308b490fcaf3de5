package dev.noroshi.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A section with its first and last day.
 *
 * @param until the last day; null for none
 * @param successor the name of the section that it became; null for none
 */
public record SectionPeriod(
        long id,
        String name,
        String department,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String successor) {}
