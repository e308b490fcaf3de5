package dev.noroshi.plan.web;

import dev.noroshi.plan.check.Duties;
import dev.noroshi.plan.check.PlanContents;
import dev.noroshi.plan.check.PlanContents.Heading;
import dev.noroshi.plan.check.PlanContents.ModelPart;
import dev.noroshi.plan.check.PlanContents.Part;
import dev.noroshi.plan.check.PlanContents.Row;
import dev.noroshi.plan.check.PlanContents.TablePart;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
            "incident.containment.",
            "incident.data.",
            "form.confirmReports.reports.");

    /** Where the words of an answer stand first, by the column's name. */
    private static final Map<String, List<String>> OF_COLUMN = Map.of(
            "basis", List.of("incident.publication.", "reporting.basis."),
            "channel", List.of("reporting.channel."),
            "urgency", List.of("reporting.reminder.ask."));

    private static final int WIDEST = 8;

    /**
     * A row of a table that is too wide for paper.
     *
     * @param given what must hold, each with its heading; empty for every case
     * @param answers each with its heading
     */
    record PrintedRow(List<String> given, List<String> answers, List<String> notes) {}

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
                                        cells(row.inputs(), List.of(), locale),
                                        cells(row.outputs(), it.outputs(), locale),
                                        row.notes(),
                                        row.notesEn()))
                                .toList()))
                .toList();
    }

    /** Rows of tables that would not fit on paper, by the table's id; without those that do. */
    Map<String, List<PrintedRow>> wide(List<TablePart> tables, Locale locale) {
        return tables.stream()
                .filter(it -> it.inputs().size() + it.outputs().size() > WIDEST)
                .collect(Collectors.toMap(
                        TablePart::id,
                        it -> it.rows().stream()
                                .map(row -> new PrintedRow(
                                        named(it.inputs(), row.inputs(), locale),
                                        named(it.outputs(), row.outputs(), locale),
                                        row.notes(locale)))
                                .toList()));
    }

    private List<String> named(List<Heading> headings, List<String> cells, Locale locale) {
        return IntStream.range(0, Math.min(headings.size(), cells.size()))
                .filter(column ->
                        !cells.get(column).isBlank() && !cells.get(column).equals("-"))
                .mapToObj(column ->
                        headings.get(column).label(locale) + text("print.is", "：", locale) + cells.get(column))
                .toList();
    }

    private List<String> cells(List<String> cells, List<Heading> headings, Locale locale) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> cell(
                        cells.get(column),
                        column < headings.size()
                                ? OF_COLUMN.getOrDefault(headings.get(column).name(), List.of())
                                : List.of(),
                        locale))
                .toList();
    }

    private String cell(String cell, List<String> first, Locale locale) {
        if (cell.equals("true") || cell.equals("false")) {
            return word(cell, first, locale);
        }
        return QUOTED.matcher(cell)
                .replaceAll(quoted ->
                        Matcher.quoteReplacement(Stream.of(quoted.group(1).split(","))
                                .map(key -> word(key, first, locale))
                                .collect(Collectors.joining(text("print.or", "・", locale)))));
    }

    private String word(String key, List<String> first, Locale locale) {
        return Stream.concat(first.stream(), KINDS.stream())
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
