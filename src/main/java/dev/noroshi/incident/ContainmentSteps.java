package dev.noroshi.incident;

import static dev.noroshi.incident.Decision.Kind.DETACHMENT;
import static dev.noroshi.incident.Decision.Kind.DETACHMENT_APPROVAL;

import dev.noroshi.workflow.PlanVocabulary;

/** What the plan may ask while the damage is kept from spreading. */
@PlanVocabulary("containment")
public class ContainmentSteps {

    private final Decisions decisions;

    ContainmentSteps(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Whether the handler asks to detach a segment (切離し). */
    public boolean detachmentAsked(String key) {
        return decisions
                .latest(key, DETACHMENT)
                .filter(asked -> asked.value().equals("needed"))
                .isPresent();
    }

    public boolean detachmentApproved(String key) {
        return decisions.approved(key, DETACHMENT, DETACHMENT_APPROVAL);
    }
}
