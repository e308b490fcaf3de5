package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments and times of day in Tokyo, as people and spreadsheets write them: to the minute. */
final class SheetMoments {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,2})[:：]([0-9]{2})(?::00)?");
    private static final Pattern MOMENT = Pattern.compile("(.*?[0-9日])[ \\u3000T]+([0-9].*)");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(BusinessCalendar.TOKYO);

    private SheetMoments() {}

    static Optional<LocalTime> time(String text) {
        Matcher time = TIME.matcher(text);
        try {
            return time.matches()
                    ? Optional.of(LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2))))
                    : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    static Optional<Instant> of(String text) {
        Matcher moment = MOMENT.matcher(text);
        return moment.matches()
                ? SheetDays.of(moment.group(1))
                        .flatMap(day -> time(moment.group(2))
                                .map(time -> day.atTime(time)
                                        .atZone(BusinessCalendar.TOKYO)
                                        .toInstant()))
                : Optional.empty();
    }

    static String written(Instant minute) {
        return WRITTEN.format(minute);
    }

    /** The beginning as a file has it: nobody is away too late. */
    static Instant begin(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    /** The end as a file has it: the minute in which it lies has begun. */
    static Instant end(Instant at) {
        Instant minute = begin(at);
        return minute.equals(at) ? at : minute.plus(Duration.ofMinutes(1));
    }
}
