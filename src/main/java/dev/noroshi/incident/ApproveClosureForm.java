package dev.noroshi.incident;

import org.springframework.stereotype.Component;

/** 完了: from level 2 on somebody else than the author of the preventive measures closes. */
@Component
class ApproveClosureForm extends ApprovalForm {

    ApproveClosureForm(Incidents incidents, Decisions decisions) {
        super(incidents, decisions, Decision.Kind.PREVENTION, Decision.Kind.CLOSURE, "sendBack");
    }

    @Override
    public String key() {
        return "approveClosure";
    }

    @Override
    boolean needsTwo(Incident incident) {
        return incident.level() >= 2;
    }
}
