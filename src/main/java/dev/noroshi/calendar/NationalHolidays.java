package dev.noroshi.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Days off by the rules of the National Holidays Act (国民の祝日に関する法律, as in force since 2020), for years whose
 * {@link OfficialHolidays official list} was not read. Why no library has them: ADR 0010.
 */
public final class NationalHolidays {

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

    private static final List<String> WORDS = List.of(
            "new-year",
            "coming-of-age",
            "foundation",
            "emperor",
            "vernal",
            "showa",
            "constitution",
            "greenery",
            "children",
            "sea",
            "mountain",
            "aged",
            "autumnal",
            "sports",
            "culture",
            "labour");

    private static final Map<Integer, Map<LocalDate, Holiday>> COMPUTED = new ConcurrentHashMap<>();

    private NationalHolidays() {}

    /** Keys of the days that the act names, in the order of a year; their words are {@code calendar.holiday.<key>}. */
    public static List<String> words() {
        return WORDS;
    }

    /**
     * The days off that follow from others (休日): a substitute for one on a Sunday, a day between two (article 3, paragraphs 2
     * and 3).
     *
     * @param named 国民の祝日 of a year
     * @return with the key of their words
     */
    public static Map<LocalDate, String> following(Set<LocalDate> named) {
        Map<LocalDate, String> following = new HashMap<>();
        for (LocalDate day : named) {
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                following.put(firstFreeAfter(day, named), "substitute");
            }
            LocalDate between = day.plusDays(1);
            if (!named.contains(between) && named.contains(day.plusDays(2))) {
                following.putIfAbsent(between, "between");
            }
        }
        return following;
    }

    static Map<LocalDate, Holiday> of(int year) {
        return COMPUTED.computeIfAbsent(year, NationalHolidays::computed);
    }

    private static Map<LocalDate, Holiday> computed(int year) {
        Map<LocalDate, String> named = ofTheAct(year);
        Map<LocalDate, String> all = new HashMap<>(named);
        all.putAll(following(named.keySet()));
        return all.entrySet().stream()
                .map(day -> new Holiday(day.getKey(), day.getValue(), null))
                .collect(Collectors.toUnmodifiableMap(Holiday::day, Function.identity()));
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

    /** The first day after a holiday on a Sunday that is not itself a holiday (article 3, paragraph 2). */
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
