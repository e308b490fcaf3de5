package dev.noroshi.incident;

import static dev.noroshi.incident.Decision.Kind.CLOSURE;
import static dev.noroshi.incident.Decision.Kind.PREVENTION;

import dev.noroshi.workflow.PlanVocabulary;

/** What the plan may ask before it closes a case. */
@PlanVocabulary("review")
public class ReviewSteps {

    private final Decisions decisions;

    ReviewSteps(Decisions decisions) {
        this.decisions = decisions;
    }

    public boolean closureApproved(String key) {
        return decisions.approved(key, PREVENTION, CLOSURE);
    }
}
