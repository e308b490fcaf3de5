package dev.noroshi.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Days off of the National Holidays Act (国民の祝日に関する法律, as in force since 2020) in a year. Jollyday 2.19 lacks the
 * Emperor's birthday of this era and the moving equinoxes, so the act's rules are written out here.
 */
final class NationalHolidays {

    private static final List<MonthDay> FIXED = List.of(
            MonthDay.of(1, 1),
            MonthDay.of(2, 11),
            MonthDay.of(2, 23),
            MonthDay.of(4, 29),
            MonthDay.of(5, 3),
            MonthDay.of(5, 4),
            MonthDay.of(5, 5),
            MonthDay.of(8, 11),
            MonthDay.of(11, 3),
            MonthDay.of(11, 23));

    private NationalHolidays() {}

    static Set<LocalDate> of(int year) {
        TreeSet<LocalDate> named = new TreeSet<>(named(year).toList());
        Set<LocalDate> all = new HashSet<>(named);
        for (LocalDate day : named) {
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                all.add(firstFreeAfter(day, named));
            }
            LocalDate between = day.plusDays(1);
            if (!named.contains(between) && named.contains(day.plusDays(2))) {
                all.add(between);
            }
        }
        return Set.copyOf(all);
    }

    private static Stream<LocalDate> named(int year) {
        Stream<LocalDate> mondays = Stream.of(
                monday(year, Month.JANUARY, 2),
                monday(year, Month.JULY, 3),
                monday(year, Month.SEPTEMBER, 3),
                monday(year, Month.OCTOBER, 2));
        Stream<LocalDate> equinoxes =
                Stream.of(LocalDate.of(year, 3, equinox(20.8431, year)), LocalDate.of(year, 9, equinox(23.2488, year)));
        return Stream.of(FIXED.stream().map(day -> day.atYear(year)), mondays, equinoxes)
                .flatMap(days -> days);
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
