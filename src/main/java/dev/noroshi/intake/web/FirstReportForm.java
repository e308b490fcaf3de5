package dev.noroshi.intake.web;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.incident.Facts;
import dev.noroshi.incident.FactsDocument;
import dev.noroshi.incident.FactsRules;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Problem.FieldError;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the form of a first report was filled with; its inputs are named by the paths of {@link Facts}. */
final class FirstReportForm {

    /** もう行ったこと; their texts are {@code intake.report.action.<key>}. */
    static final List<String> ACTIONS =
            List.of("unplugged", "told-superior", "called-window", "contacted-recipient", "searched", "police");

    static final List<String> ANSWERS = List.of("yes", "no", "unknown");

    static final List<String> MEDIA = List.of("paper", "electronic");

    private static final List<String> TEXTS = List.of(
            "type",
            "description",
            "onBehalfOf",
            "place",
            "segment",
            "businessImpact",
            "knownOutside",
            "malicious",
            "lifeline",
            "contractor");
    private static final List<String> REPORTER = List.of("name", "section", "phone", "email");
    private static final List<String> PERSONAL =
            List.of("included", "myNumber", "sensitive", "financialHarm", "encrypted", "recoveredUnread", "medium");

    private final MultiValueMap<String, String> sent;
    private final ObjectNode facts = JsonNodeFactory.instance.objectNode();
    private final List<FieldError> errors = new ArrayList<>();

    FirstReportForm(MultiValueMap<String, String> sent) {
        this.sent = sent;
    }

    boolean ticked(String name) {
        return sent.containsKey(name);
    }

    /**
     * The facts, checked.
     *
     * @param action an action's key in the words of the record
     * @throws InvalidInput naming every field that must be changed
     */
    Facts facts(FactsDocument document, UnaryOperator<String> action, Instant now) {
        TEXTS.forEach(name -> text(facts, name, name));
        moment("discoveredAt");
        moment("occurredAt");
        number(facts, "serviceDownMinutes", "serviceDownMinutes");
        if (ticked("approximate")) {
            facts.put("approximate", true);
        }
        ObjectNode reporter = facts.putObject("reporter");
        REPORTER.forEach(name -> text(reporter, name, "reporter." + name));
        personal();
        lists(action);
        Facts read = document.parse(facts);
        check(read, now);
        return read;
    }

    private void personal() {
        ObjectNode personal = JsonNodeFactory.instance.objectNode();
        PERSONAL.forEach(name -> text(personal, name, "personalInformation." + name));
        number(personal, "personCount", "personalInformation.personCount");
        number(personal, "personCountMax", "personalInformation.personCountMax");
        if (!personal.isEmpty()) {
            facts.set("personalInformation", personal);
        }
    }

    private void lists(UnaryOperator<String> action) {
        List<String> assets = value("assets")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> actions = sent.getOrDefault("actionsTaken", List.of()).stream()
                .filter(ACTIONS::contains)
                .map(action)
                .toList();
        list("assets", assets);
        list("actionsTaken", actions);
    }

    private void list(String name, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = facts.putArray(name);
            texts.forEach(array::add);
        }
    }

    /** Everything at once: what could not be read, and what the rules say of the rest. */
    private void check(Facts read, Instant now) {
        Set<String> named = errors.stream().map(FieldError::field).collect(Collectors.toSet());
        try {
            FactsRules.check(read, now);
        } catch (InvalidInput invalid) {
            invalid.fields().stream()
                    .filter(error -> !named.contains(error.field()))
                    .forEach(errors::add);
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    private void text(ObjectNode target, String name, String input) {
        String value = value(input);
        if (!value.isEmpty()) {
            target.put(name, value);
        }
    }

    private void moment(String name) {
        String value = value(name);
        if (value.isEmpty()) {
            return;
        }
        try {
            Instant at =
                    LocalDateTime.parse(value).atZone(BusinessCalendar.TOKYO).toInstant();
            facts.put(name, at.toString());
        } catch (DateTimeParseException unreadable) {
            errors.add(new FieldError(name, "datetime"));
        }
    }

    private void number(ObjectNode target, String name, String input) {
        String value = value(input);
        if (value.isEmpty()) {
            return;
        }
        try {
            target.put(name, Long.parseLong(value));
        } catch (NumberFormatException unreadable) {
            errors.add(new FieldError(input, "number"));
        }
    }

    private String value(String input) {
        @Nullable String value = sent.getFirst(input);
        return value == null ? "" : value.strip();
    }
}
