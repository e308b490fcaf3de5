package dev.noroshi.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.HolidayList;
import dev.noroshi.calendar.OfficialHolidays;
import dev.noroshi.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationEventPublisher;

class HolidayListsTests {

    private final OfficialHolidays official = mock();

    @ParameterizedTest
    @CsvSource({"2027-01-01T00:00, false", "2027-02-28T23:59, false", "2027-03-01T00:00, true", "2027-12-31T23:59, true"
    })
    void theNextYearIsMissedFromMarchOnInTokyo(LocalDateTime now, boolean missed) {
        assertThat(lists(now).unread()).isEqualTo(missed ? Optional.of(2028) : Optional.empty());
    }

    @Test
    void aYearThatWasReadIsNotMissed() {
        when(official.list(2028)).thenReturn(Optional.of(new HolidayList(2028, Instant.EPOCH, "", Map.of())));

        assertThat(lists(LocalDateTime.parse("2027-03-01T00:00")).unread()).isEmpty();
    }

    private HolidayLists lists(LocalDateTime now) {
        Clock clock = Clock.fixed(now.atZone(BusinessCalendar.TOKYO).toInstant(), BusinessCalendar.TOKYO);
        return new HolidayLists(
                official,
                new BusinessCalendar("08:30", "17:15"),
                mock(HolidayWords.class),
                mock(Cautious.class),
                mock(RosterLock.class),
                mock(Journal.class),
                mock(ApplicationEventPublisher.class),
                clock);
    }
}
