package dev.noroshi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTests {

    private final BusinessCalendar calendar = new BusinessCalendar("08:30", "17:15");

    @ParameterizedTest
    @CsvSource({
        "2026, 1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23",
        "2027, 1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23",
        "2028, 1/1 1/10 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/22 10/9 11/3 11/23"
    })
    void nationalHolidaysWithSubstituteAndBridgeDaysAreKnown(int year, String days) {
        var expected = Arrays.stream(days.split(" "))
                .map(day -> day.split("/"))
                .map(day -> LocalDate.of(year, Integer.parseInt(day[0]), Integer.parseInt(day[1])))
                .toList();

        assertThat(calendar.holidays(year).keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-05, children",
        "2026-05-06, substitute",
        "2026-09-21, aged",
        "2026-09-22, between",
        "2026-09-23, autumnal",
        "2027-03-22, substitute"
    })
    void everyHolidayHasItsName(LocalDate day, String name) {
        assertThat(calendar.holidays(day.getYear())).containsEntry(day, new Holiday(day, name, null));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-12-21, 2027-01-18",
        "2026-12-01, 2027-01-04, 2027-01-29",
        "2026-12-04, 2027-01-04, 2027-02-01",
        "2026-08-25, 2026-09-24, 2026-10-23",
        "2027-02-20, 2027-03-23, 2027-04-20",
        "2027-04-05, 2027-05-06, 2027-06-03",
        "2028-01-31, 2028-02-29, 2028-03-30",
        "2027-01-31, 2027-03-01, 2027-03-31",
        "2028-02-29, 2028-03-29, 2028-04-28",
        "2026-11-30, 2027-01-04, 2027-01-28"
    })
    void legalDeadlineCountsTheDayOfKnowingAndMovesOffClosedDays(LocalDate known, LocalDate in30, LocalDate in60) {
        Instant lateThatDay = tokyo(known + "T23:59");

        assertThat(calendar.legalDeadline(lateThatDay, 30)).isEqualTo(in30);
        assertThat(calendar.legalDeadline(lateThatDay, 60)).isEqualTo(in60);
    }

    /** 知った日 is a day of Tokyo, which has no summer time; in UTC it may still be the day before. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-01T14:59:59Z, 2027-01-04",
        "2026-12-01T15:00:00Z, 2027-01-04",
        "2026-12-05T14:59:59Z, 2027-01-04",
        "2026-12-05T15:00:00Z, 2027-01-04",
        "2026-12-06T15:00:00Z, 2027-01-05",
        "2027-03-27T16:30:00Z, 2027-04-26",
        "2026-10-31T15:00:00Z, 2026-11-30"
    })
    void theDayOfKnowingIsThatOfTokyo(Instant known, LocalDate in30) {
        assertThat(calendar.legalDeadline(known, 30)).isEqualTo(in30);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-28, true",
        "2026-12-29, false",
        "2027-01-03, false",
        "2027-01-04, true",
        "2026-11-21, false",
        "2026-11-23, false",
        "2026-11-24, true",
        "2028-02-29, true"
    })
    void closedDaysAreWeekendsHolidaysAndTheTurnOfTheYear(LocalDate day, boolean open) {
        assertThat(calendar.isOpenDay(day)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T16:15, 120, 2026-11-24T09:30",
        "2026-11-20T09:00, 60, 2026-11-20T10:00",
        "2026-11-20T06:00, 60, 2026-11-20T09:30",
        "2026-11-20T16:15, 60, 2026-11-20T17:15",
        "2026-11-21T12:00, 1, 2026-11-24T08:31",
        "2026-12-28T17:14, 2, 2027-01-04T08:31",
        "2026-11-25T08:30, 1050, 2026-11-26T17:15",
        "2026-11-21T12:00, 0, 2026-11-21T12:00"
    })
    void officeTimePassesOnlyWhileTheOfficeIsOpen(LocalDateTime from, long minutes, LocalDateTime until) {
        assertThat(calendar.plusOfficeTime(tokyo(from.toString()), Duration.ofMinutes(minutes)))
                .isEqualTo(tokyo(until.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:00, 0, 2026-11-20T17:15",
        "2026-11-20T17:15, 0, 2026-11-24T17:15",
        "2026-11-20T09:00, 1, 2026-11-24T17:15",
        "2026-11-21T09:00, 1, 2026-11-24T17:15",
        "2026-12-28T09:00, 2, 2027-01-05T17:15"
    })
    void openDaysEndWithTheCloseOfOffice(LocalDateTime from, int days, LocalDateTime until) {
        assertThat(calendar.closeOfOpenDay(tokyo(from.toString()), days)).isEqualTo(tokyo(until.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T08:29, false",
        "2026-11-24T08:30, true",
        "2026-11-24T17:14, true",
        "2026-11-24T17:15, false",
        "2026-11-22T12:00, false"
    })
    void officeHoursOpenInclusiveAndCloseExclusive(LocalDateTime at, boolean open) {
        assertThat(calendar.isOfficeHours(tokyo(at.toString()))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-31T23:59, 2026", "2027-04-01T00:00, 2027", "2027-01-01T00:00, 2026", "2026-12-31T23:59, 2026"})
    void fiscalYearBeginsOnTheFirstOfAprilInTokyo(LocalDateTime at, int year) {
        assertThat(calendar.fiscalYear(tokyo(at.toString()))).isEqualTo(year);
    }

    @Test
    void refusesOfficeHoursThatCloseBeforeTheyOpen() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BusinessCalendar("17:15", "08:30"));
    }

    static Instant tokyo(String local) {
        return LocalDateTime.parse(local).atZone(BusinessCalendar.TOKYO).toInstant();
    }
}
