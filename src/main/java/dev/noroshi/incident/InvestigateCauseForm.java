package dev.noroshi.incident;

import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.Step;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 原因究明: the kind of cause and its story. */
@Component
class InvestigateCauseForm implements Form {

    private static final List<String> CAUSES = List.of(
            "attack", "human-error", "violation", "misconfiguration", "defect", "contractor", "disaster", "unknown");

    private final Incidents incidents;
    private final Decisions decisions;

    InvestigateCauseForm(Incidents incidents, Decisions decisions) {
        this.incidents = incidents;
        this.decisions = decisions;
    }

    @Override
    public String key() {
        return "investigateCause";
    }

    @Override
    public List<Field> fields(Step step) {
        return List.of(Field.choice("cause", false, CAUSES, null), Field.text("causeText", false, null));
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        incidents.requireWorkable(step.incident());
        String words = Words.in(values, "causeText");
        decisions.put(step.incident(), Decision.Kind.CAUSE, Words.chosen(values, "cause"), words);
        incidents.record(step.incident(), "cause-found", words);
    }
}
