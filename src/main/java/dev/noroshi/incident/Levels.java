package dev.noroshi.incident;

import static dev.noroshi.incident.Decision.Kind.LOWERING;
import static dev.noroshi.incident.Decision.Kind.LOWERING_APPROVAL;
import static dev.noroshi.incident.Decision.Kind.RAISE;

import dev.noroshi.workflow.Processes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How bad a case is: decided by the plan's table, raised by people at once, lowered only by two. */
@Component
class Levels {

    static final int HIGHEST = 4;

    private final IncidentRepository incidents;
    private final Decisions decisions;
    private final Timeline timeline;
    private final Processes processes;
    private final ApplicationEventPublisher events;

    Levels(
            IncidentRepository incidents,
            Decisions decisions,
            Timeline timeline,
            Processes processes,
            ApplicationEventPublisher events) {
        this.incidents = incidents;
        this.decisions = decisions;
        this.timeline = timeline;
        this.processes = processes;
        this.events = events;
    }

    /** Before evaluation; an expressly unknown answer counts one level more until it is known (domain.md §4.3). */
    int provisional(Facts facts) {
        int level = table(processes.newestEdition(), facts, false);
        boolean more = facts.leavesLevelOpen() && !facts.type().equals("unknown");
        return more ? Math.min(level + 1, HIGHEST) : level;
    }

    /** From the evaluated facts; what a person raised stays raised. */
    void decide(Incident incident) {
        String edition = processes.editionOf(incident.number()).orElseGet(processes::newestEdition);
        int level = Math.max(table(edition, incident.facts(), true), floor(incident.number()));
        if (!incident.levelProvisional()) {
            level = Math.max(level, incident.level());
        }
        change(incident, level, "level-decided", "");
    }

    /** Corrected facts may show that it is worse; that it is better two people say. */
    void reconsider(Incident incident) {
        if (incident.levelProvisional()) {
            int level = Math.max(provisional(incident.facts()), floor(incident.number()));
            if (level != incident.level()) {
                set(incident, level, true, "level-provisional", "");
            }
        } else {
            decide(incident);
        }
    }

    void raise(Incident incident, int level, String reason) {
        decisions.put(incident.number(), RAISE, "" + level, reason);
        set(incident, level, incident.levelProvisional(), "level-raised", reason);
    }

    void lower(Incident incident) {
        int level = decisions
                .latest(incident.number(), LOWERING)
                .map(asked -> Integer.parseInt(asked.value()))
                .orElse(incident.level());
        if (loweringApproved(incident.number()) && level < incident.level()) {
            change(incident, level, "level-lowered", "");
        }
    }

    boolean loweringApproved(String number) {
        return decisions.approved(number, LOWERING, LOWERING_APPROVAL);
    }

    private int floor(String number) {
        Optional<Decision> raised = decisions.latest(number, RAISE);
        long lowered = decisions
                .latest(number, LOWERING_APPROVAL)
                .filter(answer -> answer.value().equals("approve"))
                .map(Decision::id)
                .orElse(0L);
        return raised.filter(decision -> decision.id() > lowered)
                .map(decision -> Integer.parseInt(decision.value()))
                .orElse(0);
    }

    private void change(Incident incident, int level, String kind, String reason) {
        if (level != incident.level() || incident.levelProvisional()) {
            set(incident, level, false, kind, reason);
        }
    }

    private void set(Incident incident, int level, boolean provisional, String kind, String reason) {
        incidents.level(incident.number(), level, provisional);
        String step = "L" + incident.level() + " → L" + level;
        timeline.append(incident.number(), kind, reason.isEmpty() ? step : step + "\n" + reason);
        if (level != incident.level()) {
            events.publishEvent(new IncidentEvent.LevelChanged(incident.number(), incident.level(), level));
        }
    }

    private int table(String edition, Facts facts, boolean declared) {
        List<Map<String, Object>> rows = processes.decide("severity", edition, facts.inputs(declared));
        return rows.stream()
                .map(row -> row.get("level"))
                .filter(Number.class::isInstance)
                .mapToInt(level -> ((Number) level).intValue())
                .max()
                .orElse(0);
    }
}
