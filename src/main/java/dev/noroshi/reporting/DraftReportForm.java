package dev.noroshi.reporting;

import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.KeyOf;
import dev.noroshi.workflow.Step;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The text of a report (起案). */
@Component
@KeyOf("report")
class DraftReportForm implements Form {

    private final Reports reports;

    DraftReportForm(Reports reports) {
        this.reports = reports;
    }

    @Override
    public String key() {
        return "draftReport";
    }

    @Override
    public List<Field> fields(Step step) {
        return List.of(Field.text("text", true, reports.draft(step.key())));
    }

    /** Why it was sent back. */
    @Override
    public String about(Step step) {
        return (reports.heading(step.key()) + "\n\n" + reports.comment(step.key())).strip();
    }

    @Override
    public String subject(Step step) {
        return reports.subject(step.key());
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        reports.drafted(step.key(), String.valueOf(values.get("text")));
    }
}
