package dev.noroshi.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Open and closed days by the text found in every city's ordinance on days off (市の休日を定める条例): Saturday, Sunday,
 * days off of the National Holidays Act (substitute and bridge days included), 29 December to 3 January.
 */
final class OpenDays {

    private static final MonthDay YEAR_END = MonthDay.of(12, 29);
    private static final MonthDay NEW_YEAR = MonthDay.of(1, 3);

    private final Function<LocalDate, Optional<Boolean>> corrections;
    private final IntFunction<Map<LocalDate, Holiday>> holidays;

    /**
     * @param corrections what the city says otherwise of a day; empty where it says nothing
     * @param holidays of a year
     */
    OpenDays(Function<LocalDate, Optional<Boolean>> corrections, IntFunction<Map<LocalDate, Holiday>> holidays) {
        this.corrections = corrections;
        this.holidays = holidays;
    }

    boolean isOpen(LocalDate day) {
        return corrections.apply(day).orElseGet(() -> isOpenByLaw(day));
    }

    private boolean isOpenByLaw(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        MonthDay date = MonthDay.from(day);
        return weekday != DayOfWeek.SATURDAY
                && weekday != DayOfWeek.SUNDAY
                && date.isBefore(YEAR_END)
                && date.isAfter(NEW_YEAR)
                && !holidays.apply(day.getYear()).containsKey(day);
    }
}
