package dev.noroshi.incident;

import static dev.noroshi.incident.Decision.Kind.DETACHMENT;

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

    ContainForm(Incidents incidents, Decisions decisions) {
        this.incidents = incidents;
        this.decisions = decisions;
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
        String words = (Words.in(values, "measures") + "\n" + Words.in(values, "note")).strip();
        decisions.put(step.incident(), DETACHMENT, needed ? "needed" : "not-needed", words);
        incidents.record(step.incident(), needed ? "contained-detachment-asked" : "contained", words);
    }
}
