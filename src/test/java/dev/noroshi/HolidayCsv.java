package dev.noroshi;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.Holiday;
import dev.noroshi.calendar.NationalHolidays;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A file of holidays in the shape of the Cabinet Office's; by the rules of the act, and changed as a test wants it. */
public final class HolidayCsv {

    public static final String HEADING = "国民の祝日・休日月日,国民の祝日・休日名称\r\n";

    private final Map<LocalDate, String> named = new HashMap<>();

    public HolidayCsv(int... years) {
        for (int year : years) {
            new BusinessCalendar("08:30", "17:15")
                    .holidays(year).values().stream()
                            .filter(it -> NationalHolidays.words().contains(it.word()))
                            .forEach(it -> named.put(it.day(), japanese(it)));
        }
    }

    /** The holiday of that name is on another day of its year. */
    public HolidayCsv moved(String name, LocalDate day) {
        named.keySet()
                .removeIf(it -> it.getYear() == day.getYear() && named.get(it).equals(name));
        named.put(day, name);
        return this;
    }

    public HolidayCsv with(LocalDate day, String name) {
        named.put(day, name);
        return this;
    }

    public HolidayCsv without(int year, String name) {
        named.keySet().removeIf(it -> it.getYear() == year && named.get(it).equals(name));
        return this;
    }

    /** Also the days off beside others (休日). */
    public String text() {
        SortedMap<LocalDate, String> all = new TreeMap<>(named);
        NationalHolidays.following(named.keySet()).keySet().forEach(day -> all.put(day, "休日"));
        return all.entrySet().stream()
                .map(it -> it.getKey().getYear() + "/" + it.getKey().getMonthValue() + "/"
                        + it.getKey().getDayOfMonth() + "," + it.getValue() + "\r\n")
                .collect(Collectors.joining("", HEADING, ""));
    }

    public byte[] bytes() {
        return text().getBytes(Charset.forName("Shift_JIS"));
    }

    public static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/calendar");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static String japanese(Holiday holiday) {
        return messages().getMessage("calendar.holiday." + holiday.word(), null, Locale.JAPANESE);
    }
}
