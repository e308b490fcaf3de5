package dev.noroshi.incident;

import static dev.noroshi.incident.Decision.Kind.CLOSURE;
import static dev.noroshi.incident.Decision.Kind.PREVENTION;
import static dev.noroshi.incident.Decision.Kind.PREVENTION_ORDER;

import dev.noroshi.workflow.PlanVocabulary;

/** What the plan may ask before it closes a case. */
@PlanVocabulary("review")
public class ReviewSteps {

    private final Decisions decisions;

    ReviewSteps(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Whether the CISO, or who acts for the CISO, has ordered the measures that were planned last. */
    public boolean preventionOrdered(String key) {
        return decisions.approved(key, PREVENTION, PREVENTION_ORDER);
    }

    public boolean closureApproved(String key) {
        return decisions.approved(key, PREVENTION, CLOSURE);
    }
}
