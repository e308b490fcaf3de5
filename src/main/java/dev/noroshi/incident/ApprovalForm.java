package dev.noroshi.incident;

import dev.noroshi.workflow.BusinessKey;
import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.Step;
import java.util.List;
import java.util.Map;

/** A second person says yes or no to what a first one proposed; both are on record. */
abstract class ApprovalForm implements Form {

    private final Incidents incidents;
    private final Decisions decisions;
    private final String proposal;
    private final String approval;
    private final String refusal;

    /**
     * @param proposal kind of {@link Decision} that is answered
     * @param approval kind of the answer
     * @param refusal {@code reject} or {@code sendBack}
     */
    ApprovalForm(Incidents incidents, Decisions decisions, String proposal, String approval, String refusal) {
        this.incidents = incidents;
        this.decisions = decisions;
        this.proposal = proposal;
        this.approval = approval;
        this.refusal = refusal;
    }

    /** Whether the applicant may not be the approver in this case (兼務の禁止). */
    boolean needsTwo(Incident incident) {
        return true;
    }

    @Override
    public List<Field> fields(Step step) {
        return List.of(
                Field.choice("decision", true, List.of("approve", refusal), "approve"),
                Field.text("comment", false, null));
    }

    @Override
    public String about(Step step) {
        return decisions.inWords(incidents.of(step.incident()), BusinessKey.subject(step.key(), proposal));
    }

    /** What the timeline says beside the decision. */
    String told(Step step, String comment) {
        return comment;
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        Incident incident = incidents.requireWorkable(step.incident());
        if (needsTwo(incident)) {
            decisions.requireOtherThanApplicant(incident.number(), BusinessKey.subject(step.key(), proposal));
        }
        String decision = Words.chosen(values, "decision");
        String comment = Words.in(values, "comment");
        decisions.put(incident.number(), BusinessKey.subject(step.key(), approval), decision, comment);
        incidents.record(incident.number(), approval + "-" + decision, told(step, comment));
    }
}
