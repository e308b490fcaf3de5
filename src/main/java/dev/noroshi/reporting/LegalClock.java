package dev.noroshi.reporting;

import dev.noroshi.calendar.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A legal deadline and the day from which to warn, counted from the moment of knowing (知った時点): its day in Tokyo is the
 * first.
 */
record LegalClock(LocalDate warnOn, LocalDate dueOn) {

    /** 速報: calendar days, closed ones too; warned of two days before. */
    static LegalClock preliminary(Instant known, int days) {
        LocalDate last = known.atZone(BusinessCalendar.TOKYO).toLocalDate().plusDays(days - 1L);
        return new LegalClock(last.minusDays(Math.min(days - 1L, 2)), last);
    }

    /** 確報: the last day moves off closed days; warned of a week before. */
    static LegalClock definitive(BusinessCalendar calendar, Instant known, int days) {
        LocalDate last = calendar.legalDeadline(known, days);
        return new LegalClock(last.minusDays(7), last);
    }
}
