package dev.noroshi.reporting;

import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.Step;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which bodies outside are told; the tables propose, people decide with a reason. */
@Component
class ConfirmReportsForm implements Form {

    private final Reports reports;
    private final Confirmations confirmations;

    ConfirmReportsForm(Reports reports, Confirmations confirmations) {
        this.reports = reports;
        this.confirmations = confirmations;
    }

    @Override
    public String key() {
        return "confirmReports";
    }

    @Override
    public List<Field> fields(Step step) {
        List<Report> known = reports.of(step.incident()).stream()
                .filter(report -> report.state().matches("proposed|not-required"))
                .toList();
        return List.of(
                Field.choices(
                        "reports",
                        known.stream().map(Report::choice).toList(),
                        known.stream()
                                .filter(Report::required)
                                .map(Report::choice)
                                .toList()),
                Field.text("reason", false, null));
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        Object chosen = values.getOrDefault("reports", List.of());
        @Nullable Object reason = values.get("reason");
        confirmations.confirm(
                step.incident(),
                chosen instanceof List<?> several ? several : List.of(),
                reason == null ? "" : reason.toString().strip());
    }
}
