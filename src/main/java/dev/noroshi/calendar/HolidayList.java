package dev.noroshi.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * The holidays of a year by the official list.
 *
 * @param readAt when an administrator read the file
 * @param sha256 of the file, in hexadecimal digits
 */
public record HolidayList(int year, Instant readAt, String sha256, Map<LocalDate, Holiday> days) {

    public HolidayList {
        days = Map.copyOf(days);
    }
}
