package dev.noroshi.incident;

import org.springframework.stereotype.Component;

/** A second person confirms that it is no incident. */
@Component
class ConfirmNotIncidentForm extends ApprovalForm {

    ConfirmNotIncidentForm(Incidents incidents, Decisions decisions) {
        super(incidents, decisions, Decision.Kind.EVALUATION, Decision.Kind.NOT_INCIDENT, "sendBack");
    }

    @Override
    public String key() {
        return "confirmNotIncident";
    }
}
