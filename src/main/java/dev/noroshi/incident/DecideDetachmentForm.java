package dev.noroshi.incident;

import dev.noroshi.workflow.Step;
import org.springframework.stereotype.Component;

/** 切離し: who may decide it says yes or no. */
@Component
class DecideDetachmentForm extends ApprovalForm {

    private final ContainmentWords words;

    DecideDetachmentForm(Incidents incidents, Decisions decisions, ContainmentWords words) {
        super(incidents, decisions, Decision.Kind.DETACHMENT, Decision.Kind.DETACHMENT_APPROVAL, "reject");
        this.words = words;
    }

    @Override
    public String about(Step step) {
        return (super.about(step) + "\n" + words.effect(step)).strip();
    }

    @Override
    String told(Step step, String comment) {
        return words.ofSegment(step, comment);
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
