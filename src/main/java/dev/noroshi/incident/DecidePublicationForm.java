package dev.noroshi.incident;

import static dev.noroshi.incident.Decision.Kind.PUBLICATION;

import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.Step;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 公表: at once, with the half-year's list, or not. */
@Component
class DecidePublicationForm implements Form {

    private final Incidents incidents;
    private final Decisions decisions;

    DecidePublicationForm(Incidents incidents, Decisions decisions) {
        this.incidents = incidents;
        this.decisions = decisions;
    }

    @Override
    public String key() {
        return "decidePublication";
    }

    @Override
    public List<Field> fields(Step step) {
        return List.of(
                Field.choice(
                        "publication",
                        true,
                        List.of("now", "half-year", "none"),
                        proposed(incidents.of(step.incident()))),
                Field.text("reason", false, null));
    }

    private static String proposed(Incident incident) {
        if (incident.level() >= 3) {
            return "now";
        }
        return incident.facts().personal().included() == Answer.YES ? "half-year" : "none";
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        incidents.requireWorkable(step.incident());
        String publication = Words.chosen(values, "publication");
        String reason = Words.in(values, "reason");
        decisions.put(step.incident(), PUBLICATION, publication, reason);
        incidents.record(step.incident(), "publication-" + publication, reason);
    }
}
