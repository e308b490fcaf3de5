package dev.noroshi.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.springframework.stereotype.Service;

/** Dates as officials write them: 和暦 in documents and mail, 西暦 in tables. A Thymeleaf bean: {@code ${@japaneseDates.table(x)}}. */
@Service("japaneseDates")
public class JapaneseDates {

    private static final DateTimeFormatter TABLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    /** Before the Gregorian calendar came to Japan, the JDK knows no era years. */
    private static final LocalDate FIRST_ERA_DATE = LocalDate.of(1873, 1, 1);

    /** 令和8年11月23日(月) 9時05分. */
    public String letter(Instant at) {
        LocalTime time = at.atZone(BusinessCalendar.TOKYO).toLocalTime();
        return letter(dayOf(at)) + " %d時%02d分".formatted(time.getHour(), time.getMinute());
    }

    /** 令和8年11月23日(月). */
    public String letter(LocalDate day) {
        return "%s年%d月%d日(%s)"
                .formatted(
                        eraYear(day),
                        day.getMonthValue(),
                        day.getDayOfMonth(),
                        day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.JAPANESE));
    }

    /** 2026-11-23 09:05, in Tokyo. */
    public String table(Instant at) {
        return TABLE.format(at.atZone(BusinessCalendar.TOKYO));
    }

    /** 2026-11-23. */
    public String table(LocalDate day) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(day);
    }

    private static String eraYear(LocalDate day) {
        if (day.isBefore(FIRST_ERA_DATE)) {
            return String.valueOf(day.getYear());
        }
        JapaneseDate date = JapaneseDate.from(day);
        int year = date.get(ChronoField.YEAR_OF_ERA);
        return date.getEra().getDisplayName(TextStyle.FULL, Locale.JAPANESE) + (year == 1 ? "元" : year);
    }

    private static LocalDate dayOf(Instant at) {
        return at.atZone(BusinessCalendar.TOKYO).toLocalDate();
    }
}
