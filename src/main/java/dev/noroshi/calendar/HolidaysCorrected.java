package dev.noroshi.calendar;

import java.util.List;

/** The holidays of whole years are by another list than before. */
public record HolidaysCorrected(List<DayCorrected> days) implements CalendarCorrected {

    public HolidaysCorrected {
        days = List.copyOf(days);
    }
}
