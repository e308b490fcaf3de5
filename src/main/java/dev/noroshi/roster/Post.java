package dev.noroshi.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person is called and where they belong, from the first to the last day.
 *
 * @param title 役職, such as 総務課長; null for none
 * @param section its name on the first day, or its present one where it has another by now; null for none
 * @param until the last day; null for none
 */
public record Post(
        long id,
        long person,
        @Nullable String title,
        @Nullable String section,
        LocalDate from,
        @Nullable LocalDate until) {}
