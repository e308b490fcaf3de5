package dev.noroshi.reporting;

import static dev.noroshi.incident.Saying.phrase;
import static dev.noroshi.incident.Saying.verbatim;

import dev.noroshi.calendar.DayCorrected;
import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.incident.Incidents;
import dev.noroshi.journal.Journal;
import dev.noroshi.mail.MovedBy;
import dev.noroshi.workflow.Processes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A day of the calendar was corrected: the deadlines of open reports are counted anew, and their case and those who were reminded are told. */
@Component
class DeadlineMoves {

    private final Reports reports;
    private final ReportStore store;
    private final Incidents incidents;
    private final Reminder reminder;
    private final Reminders reminders;
    private final Processes processes;
    private final Journal journal;
    private final JapaneseDates dates;

    DeadlineMoves(
            Reports reports,
            ReportStore store,
            Incidents incidents,
            Reminder reminder,
            Reminders reminders,
            Processes processes,
            Journal journal,
            JapaneseDates dates) {
        this.reports = reports;
        this.store = store;
        this.incidents = incidents;
        this.reminder = reminder;
        this.reminders = reminders;
        this.processes = processes;
        this.journal = journal;
        this.dates = dates;
    }

    @EventListener
    void on(DayCorrected corrected) {
        for (String number : store.incidentsWithOpenReports()) {
            processes.hold(number);
            Map<String, Report> before =
                    store.of(number).stream().collect(Collectors.toMap(Report::id, Function.identity()));
            reports.redetermine(number);
            store.of(number).stream()
                    .filter(Report::open)
                    .filter(report -> before.containsKey(report.id()))
                    .forEach(report -> tell(Objects.requireNonNull(before.get(report.id())), report, corrected));
        }
    }

    private void tell(Report before, Report now, DayCorrected corrected) {
        String former = due(before);
        String latter = due(now);
        if (!former.equals(latter)) {
            journal.record("report.due-moved", now.id(), former + " → " + latter + " (" + corrected.day() + ")");
            incidents.record(
                    now.incident(),
                    "report-due-moved",
                    List.of(
                            verbatim(now.id()),
                            phrase(
                                    "reporting.due-moved",
                                    verbatim(dates.table(corrected.day())),
                                    verbatim(former),
                                    verbatim(latter))));
            reminder.tellMoved(
                    before,
                    () -> Optional.of(store.get(now.id())).filter(Report::open),
                    reminders.roles(now, incidents.of(now.incident())),
                    new MovedBy.CorrectedCalendar(corrected));
        }
    }

    private String due(Report report) {
        if (report.dueOn() != null) {
            return dates.table(report.dueOn());
        }
        return report.dueAt() == null ? "" : dates.table(report.dueAt());
    }
}
