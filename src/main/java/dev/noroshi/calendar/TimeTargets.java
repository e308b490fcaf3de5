package dev.noroshi.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Service;

/** Turns a time target into a moment; the demo's time scale divides internal targets, never legal deadlines. */
@Service
public class TimeTargets {

    private static final Duration CALENDAR_DAY = Duration.ofDays(1);

    private final BusinessCalendar calendar;
    private final int scale;

    public TimeTargets(BusinessCalendar calendar, @Value("${noroshi.demo.time-scale:1}") int scale) {
        if (scale < 1) {
            throw new InvalidConfigurationPropertyValueException(
                    "noroshi.demo.time-scale", scale, "1以上の整数にしてください。 / It must be 1 or more.");
        }
        this.calendar = calendar;
        this.scale = scale;
    }

    /** The moment that the target names, counted from {@code from}. */
    public Instant due(Instant from, TimeTarget target) {
        return scale == 1 ? dueByTheCityClocks(from, target) : from.plus(scaled(target));
    }

    /**
     * Moments after {@code from} and before {@code until} where {@link #due} stops to move on with its beginning, or jumps;
     * between two of them it stands still or moves as the clock does, to the microsecond.
     */
    public List<Instant> bends(Instant from, Instant until, TimeTarget target) {
        return scale == 1 ? calendar.bends(from, until, target) : List.of();
    }

    /**
     * The end of a calendar day in Tokyo, to the minute; the day of {@code from} is the first.
     *
     * @param days 1 for the same day (当日)
     */
    public Instant dueByDay(Instant from, int days) {
        return scale == 1
                ? from.atZone(BusinessCalendar.TOKYO)
                        .toLocalDate()
                        .plusDays(days - 1L)
                        .atTime(23, 59)
                        .atZone(BusinessCalendar.TOKYO)
                        .toInstant()
                : from.plus(scaled(new TimeTarget(days, TimeTarget.Unit.DAYS)));
    }

    private Instant dueByTheCityClocks(Instant from, TimeTarget target) {
        return switch (target.unit()) {
            case MINUTES -> from.plus(Duration.ofMinutes(target.amount()));
            case OFFICE_MINUTES -> calendar.plusOfficeTime(from, Duration.ofMinutes(target.amount()));
            case OPEN_DAYS -> calendar.closeOfOpenDay(from, target.amount());
            case DAYS -> from.plus(CALENDAR_DAY.multipliedBy(target.amount()));
        };
    }

    /** Divided and counted from now, night and day, so that a showing on a Sunday runs as fast as on a Monday. */
    private Duration scaled(TimeTarget target) {
        Duration unscaled = switch (target.unit()) {
            case MINUTES, OFFICE_MINUTES -> Duration.ofMinutes(target.amount());
            case OPEN_DAYS -> calendar.officeDay().multipliedBy(Math.max(1, target.amount()));
            case DAYS -> CALENDAR_DAY.multipliedBy(target.amount());
        };
        return unscaled.dividedBy(scale);
    }
}
