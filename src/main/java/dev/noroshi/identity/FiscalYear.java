package dev.noroshi.identity;

import java.time.LocalDate;
import java.time.Month;

/** The year that permissions are given for (年度). */
final class FiscalYear {

    private FiscalYear() {}

    static LocalDate lastDay(LocalDate day) {
        int year = day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() : day.getYear() + 1;
        return LocalDate.of(year, Month.MARCH, 31);
    }
}
