package dev.noroshi.incident;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.TimeTarget;
import dev.noroshi.calendar.TimeTargets;
import dev.noroshi.workflow.Processes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Until when a measure shall be done, and when to remind of it. */
@Component
class MeasureTimes {

    private static final int DAYS_BEFORE = 7;
    private static final int AGAIN_AFTER = 7;
    /** Where the edition's table says nothing, in days. */
    private static final int OTHERWISE = 30;
    /** Of a day, the hour in Tokyo at which people are reminded. */
    private static final int MORNING = 9;

    private final Processes processes;
    private final TimeTargets targets;
    private final Clock clock;

    MeasureTimes(Processes processes, TimeTargets targets, Clock clock) {
        this.processes = processes;
        this.targets = targets;
        this.clock = clock;
    }

    /** What the plan's table of time targets says, counted from now. */
    LocalDate proposed(Incident incident) {
        Instant now = clock.instant();
        String edition = processes.editionOf(incident.number()).orElseGet(processes::newestEdition);
        Map<String, Object> asked = Map.of("target", "measure", "level", (long) incident.level());
        Instant due = processes.decide("time-targets", edition, asked).stream()
                .findFirst()
                .map(row -> targets.due(now, TimeTarget.of(row)))
                .orElseGet(() -> dayOf(now)
                        .plusDays(OTHERWISE)
                        .atStartOfDay(BusinessCalendar.TOKYO)
                        .toInstant());
        return dayOf(due);
    }

    /** A week before the last day, the morning after it, and then week by week: the next after the last reminder. */
    Instant remindAt(Measure measure) {
        Instant last = measure.remindedAt() == null ? measure.createdAt() : measure.remindedAt();
        return Stream.of(measure.due().minusDays(DAYS_BEFORE), measure.due().plusDays(1))
                .map(MeasureTimes::morning)
                .filter(at -> at.isAfter(last))
                .findFirst()
                .orElseGet(() -> morning(dayOf(last).plusDays(AGAIN_AFTER)));
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(MORNING, 0).atZone(BusinessCalendar.TOKYO).toInstant();
    }

    private static LocalDate dayOf(Instant at) {
        return at.atZone(BusinessCalendar.TOKYO).toLocalDate();
    }
}
