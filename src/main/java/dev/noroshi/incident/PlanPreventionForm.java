package dev.noroshi.incident;

import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 再発防止策: what will keep it from happening again, by whom and until when; as rows, or as a text with a line for each. */
@Component
class PlanPreventionForm implements Form {

    private static final String MEASURES = "measures";

    private final Incidents incidents;
    private final Decisions decisions;
    private final Measures measures;
    private final MeasureRules rules;

    PlanPreventionForm(Incidents incidents, Decisions decisions, Measures measures, MeasureRules rules) {
        this.incidents = incidents;
        this.decisions = decisions;
        this.measures = measures;
        this.rules = rules;
    }

    @Override
    public String key() {
        return "planPrevention";
    }

    @Override
    public List<Field> fields(Step step) {
        List<Map<String, Object>> planned = measures.planned(step.incident()).stream()
                .map(PlanPreventionForm::row)
                .toList();
        return List.of(Field.rows(
                MEASURES,
                true,
                List.of(
                        Field.text("what", true, null),
                        Field.text("owner", false, null),
                        Field.date("due", false, null)),
                planned.isEmpty() ? null : planned));
    }

    private static Map<String, Object> row(Measure measure) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("what", measure.what());
        row.put("owner", measure.owner().startsWith("person:") ? measure.owner() : measure.ownerName());
        row.put("due", measure.due());
        return row;
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        incidents.requireWorkable(step.incident());
        List<Measure> planned = measures.plan(step.incident(), given(values.get(MEASURES)));
        decisions.put(step.incident(), Decision.Kind.PREVENTION, "planned", rules.list(planned));
    }

    private static List<NewMeasure> given(@Nullable Object value) {
        if (!(value instanceof List<?> rows)) {
            return String.valueOf(value)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> new NewMeasure(line.strip(), null, null))
                    .toList();
        }
        List<NewMeasure> measures = new ArrayList<>();
        for (Object row : rows) {
            Map<?, ?> one = (Map<?, ?>) row;
            measures.add(new NewMeasure(
                    String.valueOf(one.get("what")),
                    one.get("owner") instanceof String owner ? owner : null,
                    one.get("due") instanceof LocalDate due ? due : null));
        }
        return measures;
    }
}
