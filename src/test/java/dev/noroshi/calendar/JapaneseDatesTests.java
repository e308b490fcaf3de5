package dev.noroshi.calendar;

import static dev.noroshi.calendar.BusinessCalendarTests.tokyo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JapaneseDatesTests {

    private final JapaneseDates dates = new JapaneseDates();

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 令和8年11月23日(月)",
        "2019-05-01, 令和元年5月1日(水)",
        "2019-04-30, 平成31年4月30日(火)",
        "1989-01-08, 平成元年1月8日(日)",
        "1989-01-07, 昭和64年1月7日(土)",
        "1926-12-25, 昭和元年12月25日(土)",
        "1926-12-24, 大正15年12月24日(金)",
        "1872-12-31, 1872年12月31日(火)"
    })
    void lettersNameTheEraAndTheWeekday(LocalDate day, String written) {
        assertThat(dates.letter(day)).isEqualTo(written);
    }

    @Test
    void momentsAreWrittenInTokyoTime() {
        Instant at = Instant.parse("2026-11-23T00:05:00Z");

        assertThat(dates.letter(at)).isEqualTo("令和8年11月23日(月) 9時05分");
        assertThat(dates.table(at)).isEqualTo("2026-11-23 09:05");
        assertThat(dates.letter(tokyo("2026-11-23T00:00"))).isEqualTo("令和8年11月23日(月) 0時00分");
    }

    @Test
    void tablesUseGregorianDates() {
        assertThat(dates.table(LocalDate.of(2026, 11, 3))).isEqualTo("2026-11-03");
    }
}
