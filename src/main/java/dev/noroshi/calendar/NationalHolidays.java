package dev.noroshi.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Days off of the National Holidays Act (国民の祝日に関する法律, as in force since 2020) in a year. Jollyday 2.19 lacks the
 * Emperor's birthday of this era and the moving equinoxes, so the act's rules are written out here.
 */
final class NationalHolidays {

    private static final Map<MonthDay, String> FIXED = Map.of(
            MonthDay.of(1, 1), "new-year",
            MonthDay.of(2, 11), "foundation",
            MonthDay.of(2, 23), "emperor",
            MonthDay.of(4, 29), "showa",
            MonthDay.of(5, 3), "constitution",
            MonthDay.of(5, 4), "greenery",
            MonthDay.of(5, 5), "children",
            MonthDay.of(8, 11), "mountain",
            MonthDay.of(11, 3), "culture",
            MonthDay.of(11, 23), "labour");

    private NationalHolidays() {}

    static Set<LocalDate> of(int year) {
        return Set.copyOf(named(year).keySet());
    }

    /** With the key of their names, which are {@code calendar.holiday.<key>}. */
    static Map<LocalDate, String> named(int year) {
        Map<LocalDate, String> named = ofTheAct(year);
        Map<LocalDate, String> all = new HashMap<>(named);
        for (LocalDate day : named.keySet()) {
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                all.put(firstFreeAfter(day, named.keySet()), "substitute");
            }
            LocalDate between = day.plusDays(1);
            if (!named.containsKey(between) && named.containsKey(day.plusDays(2))) {
                all.putIfAbsent(between, "between");
            }
        }
        return all;
    }

    private static Map<LocalDate, String> ofTheAct(int year) {
        Map<LocalDate, String> named = new HashMap<>();
        FIXED.forEach((day, name) -> named.put(day.atYear(year), name));
        named.put(monday(year, Month.JANUARY, 2), "coming-of-age");
        named.put(monday(year, Month.JULY, 3), "sea");
        named.put(monday(year, Month.SEPTEMBER, 3), "aged");
        named.put(monday(year, Month.OCTOBER, 2), "sports");
        named.put(LocalDate.of(year, 3, equinox(20.8431, year)), "vernal");
        named.put(LocalDate.of(year, 9, equinox(23.2488, year)), "autumnal");
        return named;
    }

    /** 振替休日: the first day after a holiday on a Sunday that is not itself a holiday (article 3, paragraph 2). */
    private static LocalDate firstFreeAfter(LocalDate sunday, Set<LocalDate> named) {
        LocalDate day = sunday.plusDays(1);
        while (named.contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static LocalDate monday(int year, Month month, int ordinal) {
        return LocalDate.of(year, month, 1).with(dayOfWeekInMonth(ordinal, MONDAY));
    }

    /** The astronomers' rule of thumb, good from 1980 to 2099; the official date is gazetted each February. */
    private static int equinox(double dayIn1980, int year) {
        int since = year - 1980;
        return (int) Math.floor(dayIn1980 + 0.242194 * since) - since / 4;
    }
}
