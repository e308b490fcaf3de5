package dev.noroshi.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day off of the National Holidays Act: 国民の祝日, or 休日 beside one.
 *
 * @param word key of its words ({@code calendar.holiday.<word>}); null for one that the act did not have when this was written
 * @param name in the official list; null where the day is computed
 */
public record Holiday(
        LocalDate day, @Nullable String word, @Nullable String name) {}
