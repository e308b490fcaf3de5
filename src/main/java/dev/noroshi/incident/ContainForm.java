package dev.noroshi.incident;

import static dev.noroshi.incident.Decision.Kind.DETACHMENT;

import dev.noroshi.workflow.BusinessKey;
import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.Step;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 被害拡大の防止: what was done, and whether a segment must be detached. */
@Component
class ContainForm implements Form {

    private final Incidents incidents;
    private final Decisions decisions;

    private final ContainmentWords words;

    ContainForm(Incidents incidents, Decisions decisions, ContainmentWords words) {
        this.incidents = incidents;
        this.decisions = decisions;
        this.words = words;
    }

    @Override
    public String about(Step step) {
        return words.actions(step);
    }

    @Override
    public String key() {
        return "contain";
    }

    @Override
    public List<Field> fields(Step step) {
        return List.of(
                Field.text("measures", false, null),
                Field.yesNo("detachmentNeeded", false),
                Field.text("note", false, null));
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        incidents.requireWorkable(step.incident());
        boolean needed = Boolean.TRUE.equals(values.get("detachmentNeeded"));
        String done = (Words.in(values, "measures") + "\n" + Words.in(values, "note")).strip();
        decisions.put(
                step.incident(), BusinessKey.subject(step.key(), DETACHMENT), needed ? "needed" : "not-needed", done);
        incidents.record(
                step.incident(), needed ? "contained-detachment-asked" : "contained", words.ofSegment(step, done));
    }
}
