package dev.noroshi.reporting;

import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.KeyOf;
import dev.noroshi.workflow.Step;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A second person approves the text or sends it back (差戻し). */
@Component
@KeyOf("report")
class ApproveReportForm implements Form {

    private final Reports reports;

    ApproveReportForm(Reports reports) {
        this.reports = reports;
    }

    @Override
    public String key() {
        return "approveReport";
    }

    @Override
    public List<Field> fields(Step step) {
        return List.of(
                Field.choice("decision", true, List.of("approve", "sendBack"), "approve"),
                Field.text("comment", false, null));
    }

    @Override
    public String about(Step step) {
        return reports.heading(step.key()) + "\n\n" + reports.draft(step.key());
    }

    @Override
    public String subject(Step step) {
        return reports.subject(step.key());
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        @Nullable Object comment = values.get("comment");
        reports.judge(
                step.key(), "approve".equals(values.get("decision")), comment == null ? null : comment.toString());
    }
}
