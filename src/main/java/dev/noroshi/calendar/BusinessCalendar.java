package dev.noroshi.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Service;

/**
 * The city's two clocks, in Asia/Tokyo: calendar time, and office hours on open days (開庁日: not Saturday, Sunday, a
 * national holiday, 29 December to 3 January).
 */
@Service
public class BusinessCalendar {

    public static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    public boolean isOpenDay(LocalDate day) {
        throw new UnsupportedOperationException("calendar");
    }

    public boolean isOfficeHours(Instant at) {
        throw new UnsupportedOperationException("calendar");
    }

    /** The given day if open, else the first open day after it. */
    public LocalDate openDayFrom(LocalDate day) {
        throw new UnsupportedOperationException("calendar");
    }

    /** The moment when {@code time} of office hours has passed since {@code from}. */
    public Instant plusOfficeTime(Instant from, Duration time) {
        throw new UnsupportedOperationException("calendar");
    }

    /** The close of office hours on the n-th open day after the day of {@code from}; 0 = the same day if open. */
    public Instant closeOfOpenDay(Instant from, int openDays) {
        throw new UnsupportedOperationException("calendar");
    }

    /**
     * A legal deadline counted in calendar days from the day of knowing (day 1), moved to the next open day when its last
     * day is closed (PPC 事務対応ガイド 4-4-1).
     */
    public LocalDate legalDeadline(Instant knownAt, int days) {
        throw new UnsupportedOperationException("calendar");
    }

    /** The fiscal year (年度, from 1 April) of the moment, as the Gregorian year it begins in. */
    public int fiscalYear(Instant at) {
        throw new UnsupportedOperationException("calendar");
    }
}
