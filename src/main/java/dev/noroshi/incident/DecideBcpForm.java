package dev.noroshi.incident;

import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.Step;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** ICT-BCPの発動: whether the continuity plan of the systems begins, and which affairs go on by hand. */
@Component
class DecideBcpForm implements Form {

    private final Incidents incidents;
    private final Decisions decisions;

    DecideBcpForm(Incidents incidents, Decisions decisions) {
        this.incidents = incidents;
        this.decisions = decisions;
    }

    @Override
    public String key() {
        return "decideBcp";
    }

    @Override
    public List<Field> fields(Step step) {
        return List.of(
                Field.choice("bcp", true, List.of("activate", "not-needed"), "activate"),
                Field.text("affairs", false, null),
                Field.text("reason", false, null));
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        incidents.requireWorkable(step.incident());
        String bcp = Words.chosen(values, "bcp");
        String words = (Words.in(values, "affairs") + "\n" + Words.in(values, "reason")).strip();
        decisions.put(step.incident(), Decision.Kind.BCP, bcp, words);
        incidents.record(step.incident(), "bcp-" + bcp, words);
    }
}
