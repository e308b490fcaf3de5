package dev.noroshi.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A post as it is entered; a title or a section is needed.
 *
 * @param section the name that it has on the first day
 * @param from the first day, past or to come; null for today
 * @param until the last day; null for none
 */
public record PostEntry(
        @Nullable String title,
        @Nullable String section,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {}
