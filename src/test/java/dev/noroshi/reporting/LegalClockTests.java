package dev.noroshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.calendar.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of the law's clocks: the third and fifth day of the preliminary report, the 30th and 60th of the definitive. */
class LegalClockTests {

    private final BusinessCalendar calendar = new BusinessCalendar("08:30", "17:15");

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:00, 2026-11-22, 2026-11-24",
        "2026-12-01T00:00, 2026-12-03, 2026-12-05",
        "2026-12-04T23:59, 2026-12-06, 2026-12-08",
        "2026-08-25T08:29, 2026-08-27, 2026-08-29",
        "2027-02-20T12:00, 2027-02-22, 2027-02-24",
        "2027-04-05T17:16, 2027-04-07, 2027-04-09",
        "2026-12-29T23:30, 2026-12-31, 2027-01-02",
        "2028-02-26T10:00, 2028-02-28, 2028-03-01",
        "2027-02-26T10:00, 2027-02-28, 2027-03-02"
    })
    void thePreliminaryReportCountsCalendarDaysWithTheDayOfKnowing(
            LocalDateTime known, LocalDate third, LocalDate fifth) {
        LegalClock clock = LegalClock.preliminary(tokyo(known), 5);

        assertThat(clock.warnOn()).isEqualTo(third);
        assertThat(clock.dueOn()).isEqualTo(fifth);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T23:59, 2026-12-21, 2027-01-18",
        "2026-12-01T00:00, 2027-01-04, 2027-01-29",
        "2026-12-04T12:00, 2027-01-04, 2027-02-01",
        "2026-08-25T12:00, 2026-09-24, 2026-10-23",
        "2027-02-20T12:00, 2027-03-23, 2027-04-20",
        "2027-04-05T12:00, 2027-05-06, 2027-06-03"
    })
    void theDefinitiveReportMovesOffClosedDaysAndWarnsAWeekBefore(LocalDateTime known, LocalDate in30, LocalDate in60) {
        assertThat(LegalClock.definitive(calendar, tokyo(known), 30))
                .isEqualTo(new LegalClock(in30.minusDays(7), in30));
        assertThat(LegalClock.definitive(calendar, tokyo(known), 60))
                .isEqualTo(new LegalClock(in60.minusDays(7), in60));
    }

    private static Instant tokyo(LocalDateTime at) {
        return at.atZone(BusinessCalendar.TOKYO).toInstant();
    }
}
