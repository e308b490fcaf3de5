package dev.noroshi.incident;

import static dev.noroshi.incident.Decision.Kind.WITHDRAWAL;
import static dev.noroshi.incident.Decision.Kind.WITHDRAWAL_APPROVAL;

import dev.noroshi.workflow.PlanVocabulary;

/** What the plan may ask and do of the case itself. */
@PlanVocabulary("incident")
public class IncidentSteps {

    private final Incidents incidents;
    private final IncidentRepository repository;
    private final Levels levels;
    private final Decisions decisions;

    IncidentSteps(Incidents incidents, IncidentRepository repository, Levels levels, Decisions decisions) {
        this.incidents = incidents;
        this.repository = repository;
        this.levels = levels;
        this.decisions = decisions;
    }

    /** Whether the case is of that level or a higher one now. */
    public boolean atLeast(String key, long level) {
        return incidents.of(key).level() >= level;
    }

    public boolean withdrawalApproved(String key) {
        return decisions.approved(key, WITHDRAWAL, WITHDRAWAL_APPROVAL);
    }

    public void withdraw(String key) {
        incidents.withdraw(key);
    }

    public boolean loweringApproved(String key) {
        return levels.loweringApproved(key);
    }

    public void applyLowering(String key) {
        levels.lower(repository.lock(key));
    }

    public void close(String key) {
        incidents.close(key);
    }
}
