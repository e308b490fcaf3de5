package dev.noroshi.incident;

import org.springframework.stereotype.Component;

/** 切離し: who may decide it says yes or no. */
@Component
class DecideDetachmentForm extends ApprovalForm {

    DecideDetachmentForm(Incidents incidents, Decisions decisions) {
        super(incidents, decisions, Decision.Kind.DETACHMENT, Decision.Kind.DETACHMENT_APPROVAL, "reject");
    }

    @Override
    public String key() {
        return "decideDetachment";
    }

    /** In an emergency the one who asks may be the one who may decide. */
    @Override
    boolean needsTwo(Incident incident) {
        return false;
    }
}
