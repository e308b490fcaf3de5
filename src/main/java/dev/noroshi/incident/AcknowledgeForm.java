package dev.noroshi.incident;

import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.Step;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The CISO has taken note, and may instruct (指示). */
@Component
class AcknowledgeForm implements Form {

    private final Incidents incidents;
    private final Decisions decisions;

    AcknowledgeForm(Incidents incidents, Decisions decisions) {
        this.incidents = incidents;
        this.decisions = decisions;
    }

    @Override
    public String key() {
        return "acknowledge";
    }

    @Override
    public List<Field> fields(Step step) {
        return List.of(Field.text("instruction", false, null));
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        incidents.requireWorkable(step.incident());
        String words = Words.in(values, "instruction");
        decisions.put(step.incident(), Decision.Kind.INSTRUCTION, "acknowledged", words);
        incidents.record(step.incident(), "acknowledged", words);
    }
}
