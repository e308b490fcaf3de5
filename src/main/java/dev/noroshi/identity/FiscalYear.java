package dev.noroshi.identity;

import java.time.LocalDate;
import java.time.Month;

/** The year that permissions are given for (年度). */
final class FiscalYear {

    /** So many days before the end of the fiscal year permissions are renewed for the next one. */
    private static final int AHEAD = 60;

    private FiscalYear() {}

    static LocalDate lastDay(LocalDate day) {
        int year = day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() : day.getYear() + 1;
        return LocalDate.of(year, Month.MARCH, 31);
    }

    /** Until when what is renewed on a day counts: in the last days of a fiscal year already until the end of the next. */
    static LocalDate renewedUntil(LocalDate day) {
        return lastDay(day.plusDays(AHEAD));
    }
}
