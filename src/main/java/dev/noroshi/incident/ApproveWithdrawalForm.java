package dev.noroshi.incident;

import org.springframework.stereotype.Component;

/** A second person lets the case be withdrawn (取下げ). */
@Component
class ApproveWithdrawalForm extends ApprovalForm {

    ApproveWithdrawalForm(Incidents incidents, Decisions decisions) {
        super(incidents, decisions, Decision.Kind.WITHDRAWAL, Decision.Kind.WITHDRAWAL_APPROVAL, "reject");
    }

    @Override
    public String key() {
        return "approveWithdrawal";
    }
}
