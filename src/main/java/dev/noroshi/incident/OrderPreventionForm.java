package dev.noroshi.incident;

import org.springframework.stereotype.Component;

/** 再発防止策の指示: the CISO, or who acts for the CISO, confirms the measures and orders them. */
@Component
class OrderPreventionForm extends ApprovalForm {

    OrderPreventionForm(Incidents incidents, Decisions decisions) {
        super(incidents, decisions, Decision.Kind.PREVENTION, Decision.Kind.PREVENTION_ORDER, "sendBack");
    }

    @Override
    public String key() {
        return "orderPrevention";
    }

    @Override
    boolean needsTwo(Incident incident) {
        return incident.level() >= 2;
    }
}
