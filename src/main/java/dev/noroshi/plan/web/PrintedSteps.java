package dev.noroshi.plan.web;

import dev.noroshi.plan.check.Duties;
import dev.noroshi.plan.check.PlanContents;
import dev.noroshi.plan.check.PlanContents.ModelPart;
import dev.noroshi.plan.check.PlanContents.Part;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The steps of a plan in words that need no screen. */
@Component
class PrintedSteps {

    /** A model with what is done in it. */
    record PrintedModel(
            String file, String id, String name, String description, List<PrintedStep> steps, List<String> automatic) {}

    /**
     * A step of a person.
     *
     * @param times what its target gives, level by level
     * @param other who may not take it; empty for nobody
     */
    record PrintedStep(
            String id,
            String name,
            List<String> roles,
            String target,
            List<String> times,
            String clauses,
            String form,
            String runbook,
            String other) {}

    private final PrintedTables tables;
    private final MessageSource messages;

    PrintedSteps(PrintedTables tables, MessageSource messages) {
        this.tables = tables;
        this.messages = messages;
    }

    List<PrintedModel> of(PlanContents plan, Locale locale) {
        Map<String, List<String>> times = tables.targets(plan, locale);
        return plan.models().stream().map(model -> model(model, times, locale)).toList();
    }

    /** Keys of all roles that take a step, each once, in the order of the plan. */
    List<String> roles(PlanContents plan) {
        return plan.models().stream()
                .flatMap(model -> model.steps().stream())
                .flatMap(step -> step.roles().stream())
                .distinct()
                .toList();
    }

    private PrintedModel model(ModelPart model, Map<String, List<String>> times, Locale locale) {
        return new PrintedModel(
                model.file(),
                model.id(),
                model.name(locale),
                model.description(locale),
                model.steps().stream()
                        .map(step -> step(model, step, times, locale))
                        .toList(),
                model.parts().stream()
                        .filter(part -> part.type().equals("serviceTask"))
                        .map(part -> part.name(locale))
                        .toList());
    }

    private PrintedStep step(ModelPart model, Part step, Map<String, List<String>> times, Locale locale) {
        String runbook = step.property("runbook");
        return new PrintedStep(
                step.id(),
                step.name(locale),
                step.roles().stream()
                        .map(role -> text("role." + role, role, locale))
                        .toList(),
                text("vocabulary.target." + step.property("target"), step.property("target"), locale),
                times.getOrDefault(step.property("target"), List.of()),
                clauses(step, locale),
                text("vocabulary.form." + step.property("form"), step.property("form"), locale),
                runbook.equals("by-type") ? text("print.by-type", runbook, locale) : runbook,
                model.steps().stream()
                        .filter(other -> other.id().equals(step.property("fourEyes")))
                        .map(other -> other.name(locale))
                        .collect(Collectors.joining()));
    }

    /** What its author wrote, and the clauses of its duties. */
    private String clauses(Part step, Locale locale) {
        Stream<String> duties = Duties.shipped().stream()
                .filter(duty -> step.duties().contains(duty.key()))
                .map(duty -> duty.clause(locale));
        return Stream.concat(Stream.of(step.policy(locale)), duties)
                .filter(clause -> !clause.isBlank())
                .distinct()
                .collect(Collectors.joining(text("print.and", "、", locale)));
    }

    private String text(String key, String otherwise, Locale locale) {
        return otherwise.isEmpty() ? "" : Objects.requireNonNull(messages.getMessage(key, null, otherwise, locale));
    }
}
