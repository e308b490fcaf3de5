package dev.noroshi.incident;

import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Problem;
import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 評価: whether it is an incident, with the reason and what the level depends on. */
@Component
class EvaluateForm implements Form {

    private static final List<String> OUTCOMES = List.of("incident", "not-incident", "near-miss", "false-alarm");
    private static final List<String> ANSWERS = List.of("yes", "no", "unknown");
    private static final Map<String, String> PERSONAL = Map.of(
            "personalInformation", "included",
            "personCount", "personCount",
            "myNumber", "myNumber",
            "sensitive", "sensitive",
            "financialHarm", "financialHarm");
    private static final Map<String, String> IMPACT = Map.of(
            "impactAvailability", "availability",
            "impactSpread", "spread",
            "impactSociety", "society");

    private final Incidents incidents;

    EvaluateForm(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public String key() {
        return "evaluate";
    }

    @Override
    public List<Field> fields(Step step) {
        Facts facts = incidents.of(step.incident()).facts();
        Facts.PersonalInformation personal = facts.personal();
        Facts.Impact impact = facts.impact() == null ? Facts.Impact.UNKNOWN : facts.impact();
        return List.of(
                Field.choice("outcome", true, OUTCOMES, "incident"),
                Field.text("reason", true, null),
                Field.choice("segment", false, IncidentTypes.SEGMENTS, facts.segment()),
                Field.choices(
                        "dataCategories",
                        IncidentTypes.DATA,
                        Objects.requireNonNullElse(facts.dataCategories(), List.of())),
                answer("personalInformation", personal.included()),
                Field.integer("personCount", false, facts.persons()),
                answer("myNumber", personal.myNumber()),
                answer("sensitive", personal.sensitive()),
                answer("financialHarm", personal.financialHarm()),
                answer("malicious", facts.malicious()),
                Field.integer("impactAvailability", false, impact.availability()),
                Field.integer("impactSpread", false, impact.spread()),
                Field.integer("impactSociety", false, impact.society()));
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        try {
            incidents.evaluate(
                    step.incident(), Words.chosen(values, "outcome"), Words.in(values, "reason"), changes(values));
        } catch (InvalidInput refused) {
            throw new InvalidInput(
                    refused.fields().stream().map(EvaluateForm::asAsked).toList());
        }
    }

    /** A fact that cannot be so, by the name under which this form asks for it. */
    private static Problem.FieldError asAsked(Problem.FieldError error) {
        return Stream.concat(
                        PERSONAL.entrySet().stream()
                                .filter(it -> error.field().equals("personalInformation." + it.getValue())),
                        IMPACT.entrySet().stream().filter(it -> error.field().equals("impact." + it.getValue())))
                .map(it -> new Problem.FieldError(it.getKey(), error.code(), error.arguments()))
                .findFirst()
                .orElse(error);
    }

    private static Map<String, Object> changes(Map<String, Object> values) {
        Map<String, Object> changes = new TreeMap<>();
        values.forEach((name, value) -> {
            if (PERSONAL.containsKey(name)) {
                inner(changes, "personalInformation").put(PERSONAL.get(name), value);
            } else if (IMPACT.containsKey(name)) {
                inner(changes, "impact").put(IMPACT.get(name), value);
            } else if (name.equals("dataCategories") && !List.of().equals(value)) {
                changes.put(name, value);
            } else if (name.equals("segment") || name.equals("malicious")) {
                changes.put(name, value);
            }
        });
        if (values.containsKey("personCount")) {
            // what was evaluated takes the place of the estimate, so that a later count need not correct both
            inner(changes, "personalInformation").put("personCountMax", null);
        }
        return changes;
    }

    @SuppressWarnings("unchecked") // only this class puts maps there
    private static Map<@Nullable String, @Nullable Object> inner(Map<String, Object> changes, String name) {
        return (Map<@Nullable String, @Nullable Object>) changes.computeIfAbsent(name, absent -> new HashMap<>());
    }

    private static Field answer(String name, @Nullable Answer value) {
        return Field.choice(name, false, ANSWERS, value == null ? null : value.key());
    }
}
