package dev.noroshi.incident;

import dev.noroshi.workflow.PlanVocabulary;

/** What the plan may ask and do of the case itself. */
@PlanVocabulary("incident")
public class IncidentSteps {

    private final Incidents incidents;
    private final IncidentRepository repository;
    private final Levels levels;
    private final Withdrawals withdrawals;

    IncidentSteps(Incidents incidents, IncidentRepository repository, Levels levels, Withdrawals withdrawals) {
        this.incidents = incidents;
        this.repository = repository;
        this.levels = levels;
        this.withdrawals = withdrawals;
    }

    /** Whether the case is of that level or a higher one now. */
    public boolean atLeast(String key, long level) {
        return incidents.of(key).level() >= level;
    }

    /** Whether a second person must agree to the withdrawal (取下げ): from level 2 on, and when the reporter alone asks. */
    public boolean withdrawalNeedsApproval(String key) {
        return withdrawals.needsApproval(key);
    }

    public boolean withdrawalApproved(String key) {
        return withdrawals.approved(key);
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

    /** Whether the case had ended and was opened again: what detection does is done. */
    public boolean reopened(String key) {
        return incidents.of(key).reopenings() > 0;
    }

    public void close(String key) {
        incidents.close(key);
    }
}
