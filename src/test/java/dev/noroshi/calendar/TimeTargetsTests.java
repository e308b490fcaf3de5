package dev.noroshi.calendar;

import static dev.noroshi.calendar.BusinessCalendarTests.tokyo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

class TimeTargetsTests {

    private final BusinessCalendar calendar = new BusinessCalendar("08:30", "17:15");

    @ParameterizedTest
    @CsvSource({
        "30, MINUTES, 2026-11-20T17:30",
        "30, OFFICE_MINUTES, 2026-11-24T08:45",
        "0, OPEN_DAYS, 2026-11-20T17:15",
        "1, OPEN_DAYS, 2026-11-24T17:15",
        "3, DAYS, 2026-11-23T17:00"
    })
    void eachUnitRunsOnItsClock(int amount, TimeTarget.Unit unit, String due) {
        TimeTargets targets = new TimeTargets(calendar, 1);

        assertThat(targets.due(tokyo("2026-11-20T17:00"), new TimeTarget(amount, unit)))
                .isEqualTo(tokyo(due));
    }

    @ParameterizedTest
    @CsvSource({
        "60, MINUTES, 2026-11-21T17:01:00",
        "240, OFFICE_MINUTES, 2026-11-21T17:04:00",
        "0, OPEN_DAYS, 2026-11-21T17:08:45",
        "2, OPEN_DAYS, 2026-11-21T17:17:30",
        "1, DAYS, 2026-11-21T17:24:00"
    })
    void underATimeScaleEverythingIsDividedAndCountedFromNow(int amount, TimeTarget.Unit unit, String due) {
        TimeTargets targets = new TimeTargets(calendar, 60);

        assertThat(targets.due(tokyo("2026-11-21T17:00"), new TimeTarget(amount, unit)))
                .isEqualTo(tokyo(due));
    }

    @Test
    void refusesAScaleThatStopsTheClock() {
        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(() -> new TimeTargets(calendar, 0))
                .satisfies(refused -> assertThat(refused.getReason()).contains("1以上", "1 or more"));
    }

    @Test
    void refusesABeginningThatIsNoTimeWithTheFormThatIsOne() {
        CalendarConfiguration clocks = new CalendarConfiguration();

        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(() -> clocks.clock("2027-01-01 02:13"))
                .satisfies(refused -> assertThat(refused.getReason()).contains("2027-01-01T02:13"));
    }
}
