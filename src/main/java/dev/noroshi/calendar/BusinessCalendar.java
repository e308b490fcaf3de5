package dev.noroshi.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * The city's two clocks, in Asia/Tokyo: calendar time, and office hours on open days (開庁日: not Saturday, Sunday, a
 * national holiday, 29 December to 3 January).
 */
@Service
public class BusinessCalendar {

    public static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final OpenDays openDays = new OpenDays();
    private final LocalTime opens;
    private final LocalTime closes;

    public BusinessCalendar(
            @Value("${noroshi.office.opens:08:30}") String opens,
            @Value("${noroshi.office.closes:17:15}") String closes) {
        this.opens = LocalTime.parse(opens);
        this.closes = LocalTime.parse(closes);
        if (!this.opens.isBefore(this.closes)) {
            throw new IllegalArgumentException(
                    "noroshi.office.opens (" + opens + ") must be before noroshi.office.closes (" + closes + ")");
        }
    }

    public boolean isOpenDay(LocalDate day) {
        return openDays.isOpen(day);
    }

    public boolean isOfficeHours(Instant at) {
        ZonedDateTime there = at.atZone(TOKYO);
        LocalTime time = there.toLocalTime();
        return isOpenDay(there.toLocalDate()) && !time.isBefore(opens) && time.isBefore(closes);
    }

    /** The given day if open, else the first open day after it. */
    public LocalDate openDayFrom(LocalDate day) {
        LocalDate open = day;
        while (!isOpenDay(open)) {
            open = open.plusDays(1);
        }
        return open;
    }

    /** The moment when {@code time} of office hours has passed since {@code from}. */
    public Instant plusOfficeTime(Instant from, Duration time) {
        Duration left = time;
        Instant start = from;
        while (left.compareTo(Duration.ZERO) > 0) {
            start = officeHoursFrom(start);
            Instant close = closeOf(dayOf(start));
            Duration today = Duration.between(start, close);
            if (left.compareTo(today) <= 0) {
                return start.plus(left);
            }
            left = left.minus(today);
            start = close;
        }
        return start;
    }

    /** The close of office hours on the n-th open day after the day of {@code from}; 0 = the same day if open. */
    public Instant closeOfOpenDay(Instant from, int openDays) {
        LocalDate day = dayOf(from);
        if (openDays == 0) {
            return closeOf(dayOf(officeHoursFrom(from)));
        }
        for (int passed = 0; passed < openDays; passed++) {
            day = openDayFrom(day.plusDays(1));
        }
        return closeOf(day);
    }

    /**
     * A legal deadline counted in calendar days from the day of knowing (day 1), moved to the next open day when its last
     * day is closed (PPC 事務対応ガイド 4-4-1).
     */
    public LocalDate legalDeadline(Instant knownAt, int days) {
        return openDayFrom(dayOf(knownAt).plusDays(days - 1L));
    }

    /** The fiscal year (年度, from 1 April) of the moment, as the Gregorian year it begins in. */
    public int fiscalYear(Instant at) {
        LocalDate day = dayOf(at);
        return day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear();
    }

    /** How long the office is open on an open day. */
    Duration officeDay() {
        return Duration.between(opens, closes);
    }

    /** The moment itself within office hours, else when the office next opens. */
    private Instant officeHoursFrom(Instant at) {
        if (isOfficeHours(at)) {
            return at;
        }
        LocalDate day = dayOf(at);
        boolean stillToOpen = isOpenDay(day) && at.isBefore(openingOf(day));
        return openingOf(stillToOpen ? day : openDayFrom(day.plusDays(1)));
    }

    private Instant openingOf(LocalDate day) {
        return day.atTime(opens).atZone(TOKYO).toInstant();
    }

    private Instant closeOf(LocalDate day) {
        return day.atTime(closes).atZone(TOKYO).toInstant();
    }

    private static LocalDate dayOf(Instant at) {
        return at.atZone(TOKYO).toLocalDate();
    }
}
