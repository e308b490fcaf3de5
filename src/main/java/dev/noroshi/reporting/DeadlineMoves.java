package dev.noroshi.reporting;

import static dev.noroshi.incident.Saying.phrase;
import static dev.noroshi.incident.Saying.verbatim;

import dev.noroshi.calendar.CalendarCorrected;
import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.incident.IncidentEvent;
import dev.noroshi.incident.Incidents;
import dev.noroshi.incident.Saying;
import dev.noroshi.journal.Journal;
import dev.noroshi.mail.MovedBy;
import dev.noroshi.workflow.Processes;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The calendar, the facts of a case or its level are other than before: which bodies are told is decided and the deadlines
 * are counted anew; journal, case and those who were reminded learn of what moved.
 */
@Component
class DeadlineMoves {

    private final Reports reports;
    private final ReportStore store;
    private final Incidents incidents;
    private final MovedDeadlines letters;
    private final Processes processes;
    private final Journal journal;
    private final JapaneseDates dates;

    DeadlineMoves(
            Reports reports,
            ReportStore store,
            Incidents incidents,
            MovedDeadlines letters,
            Processes processes,
            Journal journal,
            JapaneseDates dates) {
        this.reports = reports;
        this.store = store;
        this.incidents = incidents;
        this.letters = letters;
        this.processes = processes;
        this.journal = journal;
        this.dates = dates;
    }

    @EventListener
    void on(CalendarCorrected corrected) {
        for (String number : store.incidentsWithOpenReports()) {
            processes.hold(number);
            count(number, new MovedBy.CorrectedCalendar(corrected));
        }
    }

    /** The law looks at corrected facts anew. */
    @EventListener
    void on(IncidentEvent.FactsCorrected corrected) {
        count(corrected.number(), new MovedBy.CorrectedFacts());
    }

    /** Bodies are told by level. Where corrected facts changed it, what moves is moved by them, which are heard of next. */
    @EventListener
    void on(IncidentEvent.LevelChanged changed) {
        if (!changed.byFacts()) {
            count(changed.number(), new MovedBy.ChangedLevel(changed.before(), changed.after()));
        }
    }

    private void count(String number, MovedBy why) {
        Map<String, Report> before =
                reports.redetermine(number).stream().collect(Collectors.toMap(Report::id, Function.identity()));
        if (before.isEmpty()) {
            return;
        }
        for (Report now : store.of(number)) {
            @Nullable Report known = before.get(now.id());
            if (known != null && now.open() && !due(known).equals(due(now))) {
                moved(known, now, why);
            }
        }
    }

    private void moved(Report before, Report now, MovedBy why) {
        String former = due(before);
        String latter = due(now);
        if (!former.isEmpty() && !latter.isEmpty()) {
            journal.record("report.due-moved", now.id(), (former + " → " + latter + " " + journaled(why)).strip());
            incidents.record(
                    now.incident(), "report-due-moved", List.of(verbatim(now.id()), said(why, former, latter)));
        }
        letters.tell(before, why);
    }

    /** The correction of facts stands in the journal itself, beside this. */
    private static String journaled(MovedBy why) {
        if (why instanceof MovedBy.CorrectedCalendar calendar) {
            return "(" + calendar.correction().inFigures() + ")";
        }
        return why instanceof MovedBy.ChangedLevel level ? "(L" + level.before() + " → L" + level.after() + ")" : "";
    }

    private Saying said(MovedBy why, String former, String latter) {
        Saying from = verbatim(former);
        Saying to = verbatim(latter);
        if (why instanceof MovedBy.CorrectedCalendar calendar) {
            return phrase("reporting.due-moved", verbatim(calendar.correction().inFigures()), from, to);
        }
        return phrase("reporting.due-moved." + (why instanceof MovedBy.ChangedLevel ? "level" : "facts"), from, to);
    }

    private String due(Report report) {
        if (report.dueOn() != null) {
            return dates.table(report.dueOn());
        }
        return report.dueAt() == null ? "" : dates.table(report.dueAt());
    }
}
