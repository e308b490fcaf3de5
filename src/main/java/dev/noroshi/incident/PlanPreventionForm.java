package dev.noroshi.incident;

import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.Step;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 再発防止策: what will keep it from happening again. */
@Component
class PlanPreventionForm implements Form {

    private final Incidents incidents;
    private final Decisions decisions;

    PlanPreventionForm(Incidents incidents, Decisions decisions) {
        this.incidents = incidents;
        this.decisions = decisions;
    }

    @Override
    public String key() {
        return "planPrevention";
    }

    @Override
    public List<Field> fields(Step step) {
        return List.of(Field.text("measures", true, null));
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        incidents.requireWorkable(step.incident());
        String words = Words.in(values, "measures");
        decisions.put(step.incident(), Decision.Kind.PREVENTION, "planned", words);
        incidents.record(step.incident(), "prevention-planned", words);
    }
}
