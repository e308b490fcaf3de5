package dev.noroshi.reporting;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.incident.Incident;
import dev.noroshi.workflow.Processes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When whom to remind of a report, step by step, as the table {@code report-reminders} of the case's edition says. */
@Component
class Reminders {

    private static final String TABLE = "report-reminders";
    /** Of a day, the hour in Tokyo at which people are reminded. */
    private static final int MORNING = 9;

    private final Processes processes;

    Reminders(Processes processes) {
        this.processes = processes;
    }

    /**
     * One step of the table.
     *
     * @param number from 1
     * @param urgency notice, warn or last
     */
    record Step(int number, Instant at, List<String> roles, String urgency) {}

    /** The step that comes after those already taken; empty when the table has no further one. */
    Optional<Step> next(Report report, Incident incident, int taken) {
        return steps(report, incident).stream()
                .filter(step -> step.number() > taken)
                .findFirst();
    }

    /** Of the steps whose time has come the last one: who is late is not reminded of what is over. */
    Optional<Step> due(Report report, Incident incident, int taken, Instant now) {
        List<Step> open = steps(report, incident).stream()
                .filter(step -> step.number() > taken)
                .toList();
        return open.stream()
                .filter(step -> !step.at().isAfter(now))
                .reduce((earlier, later) -> later)
                .or(() -> open.stream().findFirst());
    }

    /** Everybody whom the table reminds of the report. */
    List<String> roles(Report report, Incident incident) {
        return steps(report, incident).stream()
                .flatMap(step -> step.roles().stream())
                .distinct()
                .toList();
    }

    private List<Step> steps(Report report, Incident incident) {
        if (report.dueOn() == null && report.dueAt() == null) {
            return List.of(); // no clock runs: a drill's report to the PPC, or a body that sets none
        }
        // a case that began before the table was shipped is reminded as the newest edition says
        String edition = processes
                .editionOf(incident.number())
                .filter(it -> processes.hasTable(TABLE, it))
                .orElseGet(processes::newestEdition);
        return processes.decide(TABLE, edition, Map.of("kind", row(report))).stream()
                .map(row -> step(report, incident, row))
                .sorted(Comparator.comparing(Step::number))
                .toList();
    }

    /** A further report (続報) is reminded of as a first one. */
    private static String row(Report report) {
        return report.kind().equals(FollowUps.KIND) ? "first" : report.kind();
    }

    private static Step step(Report report, Incident incident, Map<String, Object> row) {
        long amount = number(row, "amount");
        boolean fromDiscovery = "DISCOVERY".equals(row.get("origin"));
        Instant at = "MINUTES".equals(row.get("unit"))
                ? moment(report, incident, fromDiscovery).plus(Duration.ofMinutes(fromDiscovery ? amount : -amount))
                // 知った日 is the first day (domain.md §3.4)
                : morning(day(report, incident, fromDiscovery).plusDays(fromDiscovery ? amount - 1 : -amount));
        return new Step(
                (int) number(row, "step"),
                at,
                List.of(String.valueOf(row.get("roles")).split(",")),
                String.valueOf(row.get("urgency")));
    }

    private static long number(Map<String, Object> row, String output) {
        return ((Number) Objects.requireNonNull(row.get(output), output)).longValue();
    }

    private static Instant moment(Report report, Incident incident, boolean fromDiscovery) {
        @Nullable Instant due = report.dueAt();
        if (fromDiscovery) {
            return incident.discoveredAt();
        }
        return due != null ? due : morning(day(report, incident, false));
    }

    private static LocalDate day(Report report, Incident incident, boolean fromDiscovery) {
        @Nullable LocalDate due = report.dueOn();
        if (!fromDiscovery && due != null) {
            return due;
        }
        @Nullable Instant at = fromDiscovery ? incident.discoveredAt() : report.dueAt();
        return (at == null ? incident.discoveredAt() : at)
                .atZone(BusinessCalendar.TOKYO)
                .toLocalDate();
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(MORNING, 0).atZone(BusinessCalendar.TOKYO).toInstant();
    }
}
