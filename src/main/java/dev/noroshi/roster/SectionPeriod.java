package dev.noroshi.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A section with its first and last day.
 *
 * @param organ 機関区分; null where the city does not tell them apart
 * @param until the last day; null for none
 * @param successor the name of the section that it became; null for none
 */
public record SectionPeriod(
        long id,
        String name,
        String department,
        @Nullable String organ,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String successor) {}
