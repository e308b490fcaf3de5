package dev.noroshi.incident;

import org.springframework.stereotype.Component;

/** A second person lets the level be lowered. */
@Component
class ApproveLoweringForm extends ApprovalForm {

    ApproveLoweringForm(Incidents incidents, Decisions decisions) {
        super(incidents, decisions, Decision.Kind.LOWERING, Decision.Kind.LOWERING_APPROVAL, "reject");
    }

    @Override
    public String key() {
        return "approveLowering";
    }
}
