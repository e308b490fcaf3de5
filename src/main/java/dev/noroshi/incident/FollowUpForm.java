package dev.noroshi.incident;

import dev.noroshi.web.IfMatch;
import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.KeyOf;
import dev.noroshi.workflow.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 再発防止策の状況確認: how far a measure is whose day is over, and until when it shall be done now. */
@Component
@KeyOf("measure")
class FollowUpForm implements Form {

    private final Measures measures;
    private final MeasureRules rules;

    FollowUpForm(Measures measures, MeasureRules rules) {
        this.measures = measures;
        this.rules = rules;
    }

    @Override
    public String key() {
        return "followUp";
    }

    @Override
    public List<Field> fields(Step step) {
        return List.of(
                Field.choice("state", true, List.of("in-progress", "done", "dropped", "open"), "in-progress"),
                Field.date("due", false, null),
                Field.text("reason", false, null),
                Field.text("followUp", false, null));
    }

    @Override
    public String about(Step step) {
        return rules.list(List.of(measures.of(step.key())));
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        measures.change(
                step.key(),
                new MeasureChange(
                        null,
                        null,
                        values.get("due") instanceof LocalDate due ? due : null,
                        Words.chosen(values, "state"),
                        given(values, "reason"),
                        given(values, "followUp")),
                IfMatch.ANY);
    }

    private static @Nullable String given(Map<String, Object> values, String field) {
        String text = Words.in(values, field);
        return text.isEmpty() ? null : text;
    }
}
