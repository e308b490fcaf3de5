package dev.noroshi.reporting;

import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.KeyOf;
import dev.noroshi.workflow.Step;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 取りやめの確認: a report that was begun and that the tables no longer ask for is dropped, or goes on. */
@Component
@KeyOf("report")
class ConfirmDropForm implements Form {

    private final Reports reports;
    private final Drops drops;

    ConfirmDropForm(Reports reports, Drops drops) {
        this.reports = reports;
        this.drops = drops;
    }

    @Override
    public String key() {
        return "confirmDrop";
    }

    @Override
    public List<Field> fields(Step step) {
        return List.of(
                Field.choice("decision", true, List.of("drop", "keep"), drops.required(step.key()) ? "keep" : "drop"),
                Field.text("reason", true, null));
    }

    @Override
    public String subject(Step step) {
        return reports.subject(step.key());
    }

    @Override
    public String about(Step step) {
        return reports.heading(step.key());
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        drops.decide(step.key(), "drop".equals(values.get("decision")), String.valueOf(values.get("reason")));
    }
}
