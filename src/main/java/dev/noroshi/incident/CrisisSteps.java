package dev.noroshi.incident;

import static dev.noroshi.incident.Decision.Kind.HANDOVER;
import static dev.noroshi.incident.Decision.Kind.REOPENING;

import dev.noroshi.workflow.PlanVocabulary;
import org.springframework.context.ApplicationEventPublisher;

/** What the plan may ask and do when a case goes to the crisis headquarters (危機管理（災害）対策本部). */
@PlanVocabulary("crisis")
public class CrisisSteps {

    private static final int CRISIS = 4;

    private final IncidentRepository incidents;
    private final Decisions decisions;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    CrisisSteps(
            IncidentRepository incidents, Decisions decisions, Timeline timeline, ApplicationEventPublisher events) {
        this.incidents = incidents;
        this.decisions = decisions;
        this.timeline = timeline;
        this.events = events;
    }

    /**
     * Whether the case is of the highest level and nobody has begun to hand it over since it was opened, or opened again: the
     * headquarters of before may have been dissolved.
     */
    public boolean handOverNeeded(String key) {
        return incidents.get(key).level() >= CRISIS && !begun(key);
    }

    private boolean begun(String key) {
        return decisions
                .latest(key, HANDOVER)
                .filter(handover -> decisions
                        .latest(key, REOPENING)
                        .filter(reopening -> reopening.at().isAfter(handover.at()))
                        .isEmpty())
                .isPresent();
    }

    /** Writes down that the handover begins, and has those told who lead in a crisis; again does nothing. */
    public void announce(String key) {
        incidents.lock(key);
        if (!begun(key)) {
            decisions.put(key, HANDOVER, "begun", "");
            timeline.append(key, "crisis-announced", "");
            events.publishEvent(new IncidentEvent.CrisisBegan(key));
        }
    }
}
