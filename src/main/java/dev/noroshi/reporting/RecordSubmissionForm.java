package dev.noroshi.reporting;

import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.KeyOf;
import dev.noroshi.workflow.Step;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When and how the report was submitted; the city's people submit it, never this system. */
@Component
@KeyOf("report")
class RecordSubmissionForm implements Form {

    private final Reports reports;
    private final Clock clock;

    RecordSubmissionForm(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "recordSubmission";
    }

    @Override
    public List<Field> fields(Step step) {
        return List.of(
                Field.dateTime("submittedAt", true, clock.instant()),
                Field.choice(
                        "channel",
                        true,
                        List.of("web-form", "mail", "phone", "document", "visit"),
                        reports.get(step.key()).channel()),
                Field.text("referenceNumber", false, null));
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
        reports.submitted(step.key(), values);
    }
}
