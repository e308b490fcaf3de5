package dev.noroshi.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.TimeTargets;
import dev.noroshi.escalation.Ladder.Row;
import dev.noroshi.escalation.Ladder.Telephone;
import dev.noroshi.workflow.Processes;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the window telephones besides the letter. */
class LadderTests {

    private final BusinessCalendar calendar = new BusinessCalendar("08:30", "17:15");
    private final Ladder ladder = new Ladder(mock(Processes.class), new TimeTargets(calendar, 1), calendar);

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T08:29:59.999999, true",
        "2026-11-30T08:30, false",
        "2026-11-30T12:30, false",
        "2026-11-30T17:14:59.999999, false",
        "2026-11-30T17:15, true",
        "2026-11-29T10:00, true",
        "2026-11-23T10:00, true",
        "2027-01-01T02:13, true",
        "2026-12-29T10:00, true"
    })
    void aRungForClosedHoursIsTelephonedOutsideOfficeHoursAlone(String moment, boolean closed) {
        Instant at = LocalDateTime.parse(moment).atZone(BusinessCalendar.TOKYO).toInstant();

        assertThat(ladder.telephones(row(Telephone.CLOSED), at)).isEqualTo(closed);
        assertThat(ladder.telephones(row(Telephone.ALWAYS), at)).isTrue();
        assertThat(ladder.telephones(row(Telephone.NO), at)).isFalse();
    }

    private static Row row(Telephone telephone) {
        return new Row("ciso", 30, "MINUTES", true, telephone);
    }
}
