package dev.noroshi.task;

import dev.noroshi.incident.Incidents;
import dev.noroshi.incident.Saying;
import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.Step;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a step asks when its model names no form: that it was done, with a note. */
@Component
class ConfirmationForm implements Form {

    private final Incidents incidents;

    ConfirmationForm(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public String key() {
        return "confirmation";
    }

    @Override
    public List<Field> fields(Step step) {
        return List.of(Field.text("note", false, null));
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        if (values.get("note") instanceof String note && !note.isBlank()) {
            incidents.record(
                    step.incident(),
                    "task",
                    List.of(Saying.pair(new Saying.StepName(step.element(), step.name()), Saying.verbatim(note))));
        }
    }
}
