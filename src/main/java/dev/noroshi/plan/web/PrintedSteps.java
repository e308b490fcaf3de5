package dev.noroshi.plan.web;

import dev.noroshi.plan.check.Duties;
import dev.noroshi.plan.check.PlanContents;
import dev.noroshi.plan.check.PlanContents.ModelPart;
import dev.noroshi.plan.check.PlanContents.Part;
import dev.noroshi.plan.check.PlanContents.Row;
import dev.noroshi.plan.check.PlanContents.TablePart;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** A step of a person; {@code other} says who may not take it, empty for nobody. */
    record PrintedStep(
            String id,
            String name,
            List<String> roles,
            String target,
            String clauses,
            String form,
            String runbook,
            String other) {}

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final List<String> KINDS = List.of(
            "print.word.",
            "incident.type.",
            "incident.segment.",
            "role.",
            "reporting.addressee.",
            "vocabulary.target.",
            "vocabulary.ladder.",
            "incident.containment.");

    private final MessageSource messages;

    PrintedSteps(MessageSource messages) {
        this.messages = messages;
    }

    List<PrintedModel> of(PlanContents plan, Locale locale) {
        return plan.models().stream().map(model -> model(model, locale)).toList();
    }

    /** Keys of all roles that take a step, each once, in the order of the plan. */
    List<String> roles(PlanContents plan) {
        return plan.models().stream()
                .flatMap(model -> model.steps().stream())
                .flatMap(step -> step.roles().stream())
                .distinct()
                .toList();
    }

    /** The tables, with the words that people know in place of keys. */
    List<TablePart> tables(PlanContents plan, Locale locale) {
        return plan.tables().stream()
                .map(it -> new TablePart(
                        it.file(),
                        it.id(),
                        it.name(),
                        it.policy(),
                        it.inputs(),
                        it.outputs(),
                        it.rows().stream()
                                .map(row -> new Row(
                                        cells(row.inputs(), locale),
                                        cells(row.outputs(), locale),
                                        row.notes(),
                                        row.notesEn()))
                                .toList()))
                .toList();
    }

    private List<String> cells(List<String> cells, Locale locale) {
        return cells.stream().map(cell -> cell(cell, locale)).toList();
    }

    private String cell(String cell, Locale locale) {
        if (cell.equals("true") || cell.equals("false")) {
            return word(cell, locale);
        }
        return QUOTED.matcher(cell)
                .replaceAll(quoted ->
                        Matcher.quoteReplacement(Stream.of(quoted.group(1).split(","))
                                .map(key -> word(key, locale))
                                .collect(Collectors.joining(text("print.or", "・", locale)))));
    }

    private String word(String key, Locale locale) {
        return KINDS.stream()
                .map(kind -> messages.getMessage(kind + key.replace(' ', '-'), null, "", locale))
                .filter(word -> word != null && !word.isEmpty())
                .findFirst()
                .orElse(key);
    }

    private PrintedModel model(ModelPart model, Locale locale) {
        return new PrintedModel(
                model.file(),
                model.id(),
                model.name(locale),
                model.description(locale),
                model.steps().stream().map(step -> step(model, step, locale)).toList(),
                model.parts().stream()
                        .filter(part -> part.type().equals("serviceTask"))
                        .map(part -> part.name(locale))
                        .toList());
    }

    private PrintedStep step(ModelPart model, Part step, Locale locale) {
        String runbook = step.property("runbook");
        return new PrintedStep(
                step.id(),
                step.name(locale),
                step.roles().stream()
                        .map(role -> text("role." + role, role, locale))
                        .toList(),
                text("vocabulary.target." + step.property("target"), step.property("target"), locale),
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
