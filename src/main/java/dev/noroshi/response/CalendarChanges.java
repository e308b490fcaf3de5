package dev.noroshi.response;

import dev.noroshi.calendar.CalendarCorrected;
import dev.noroshi.calendar.DayCorrected;
import dev.noroshi.escalation.Escalations;
import dev.noroshi.incident.Incident;
import dev.noroshi.incident.Incidents;
import dev.noroshi.incident.Saying;
import dev.noroshi.mail.MovedBy;
import dev.noroshi.task.DueMoved;
import dev.noroshi.task.Tasks;
import dev.noroshi.workflow.Processes;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Days of the calendar were corrected: what is open in open cases gets its time anew; the timeline says so, and who was told. */
@Component
class CalendarChanges {

    private final Processes processes;
    private final Incidents incidents;
    private final Tasks tasks;
    private final Escalations escalations;
    private final MovedDues letters;

    CalendarChanges(Processes processes, Incidents incidents, Tasks tasks, Escalations escalations, MovedDues letters) {
        this.processes = processes;
        this.incidents = incidents;
        this.tasks = tasks;
        this.escalations = escalations;
        this.letters = letters;
    }

    @EventListener
    void on(CalendarCorrected corrected) {
        MovedBy why = new MovedBy.CorrectedCalendar(corrected);
        Saying line = Saying.phrase("response.calendar." + what(corrected), Saying.verbatim(corrected.inFigures()));
        for (String number : incidents.openNumbers()) {
            processes.hold(number);
            Incident incident = incidents.of(number);
            List<DueMoved> moved = tasks.recompute(number, incident.level());
            moved.forEach(due -> letters.tell(incident, due.task(), why));
            if (escalations.calendarCorrected(number, why) || !moved.isEmpty()) {
                incidents.record(number, "task", List.of(line));
            }
        }
    }

    private static String what(CalendarCorrected corrected) {
        if (corrected instanceof DayCorrected day) {
            return day.open() ? "opened" : "closed";
        }
        return "holidays";
    }
}
