package dev.noroshi.incident;

import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.Step;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 受領: a handler has taken the report in hand. */
@Component
class ReceiveForm implements Form {

    private final Incidents incidents;

    ReceiveForm(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public String key() {
        return "receive";
    }

    @Override
    public List<Field> fields(Step step) {
        return List.of(Field.text("note", false, null));
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        incidents.requireWorkable(step.incident());
        incidents.record(step.incident(), "accepted", Words.in(values, "note"));
    }
}
