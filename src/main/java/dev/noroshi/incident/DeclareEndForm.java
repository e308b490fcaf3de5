package dev.noroshi.incident;

import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.Step;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 終息宣言. */
@Component
class DeclareEndForm implements Form {

    private final Incidents incidents;
    private final Decisions decisions;

    DeclareEndForm(Incidents incidents, Decisions decisions) {
        this.incidents = incidents;
        this.decisions = decisions;
    }

    @Override
    public String key() {
        return "declareEnd";
    }

    @Override
    public List<Field> fields(Step step) {
        return List.of(Field.text("note", false, null));
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        incidents.requireWorkable(step.incident());
        String words = Words.in(values, "note");
        decisions.put(step.incident(), Decision.Kind.END, "declared", words);
        incidents.record(step.incident(), "end-declared", words);
    }
}
