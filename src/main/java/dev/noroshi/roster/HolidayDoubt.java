package dev.noroshi.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where the list of a year is not as the act: the act was changed, or somebody changed the file.
 *
 * @param day that the act does not make a holiday; null for a name of the act that the list has not
 * @param name as the list has it or would have it
 * @param word key of the absent day's words, {@code calendar.holiday.<word>}; null for a day
 */
public record HolidayDoubt(
        int year,
        @Nullable LocalDate day,
        String name,
        @Nullable String word) {

    static HolidayDoubt absent(int year, String name, String word) {
        return new HolidayDoubt(year, null, name, word);
    }

    static HolidayDoubt strange(LocalDate day, String name) {
        return new HolidayDoubt(day.getYear(), day, name, null);
    }
}
