package dev.noroshi.incident.web;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.incident.Facts;
import dev.noroshi.incident.FactsDocument;
import dev.noroshi.incident.IncidentTypes;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Problem.FieldError;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** The form that corrects facts: an input for each, named by its path; what comes back different is a change. */
@Component
class FactsForm {

    /** How an input looks. */
    enum Kind {
        LINE,
        TEXT,
        LINES,
        CHOICE,
        CHOICES,
        NUMBER,
        MOMENT,
        FLAG
    }

    record Option(String value, String label) {}

    /** @param value as the input shows it; empty for nothing */
    record Input(String name, String label, Kind kind, List<Option> options, String value) {}

    private record Fact(String name, Kind kind, String options) {}

    private static final List<String> TYPES = Stream.concat(
                    IncidentTypes.PLAIN.stream(), IncidentTypes.FURTHER.stream())
            .toList();
    private static final Map<String, List<String>> OPTIONS = Map.of(
            "type",
            TYPES,
            "segment",
            IncidentTypes.SEGMENTS,
            "data",
            IncidentTypes.DATA,
            "answer",
            List.of("yes", "no", "unknown"),
            "medium",
            List.of("paper", "electronic"));
    private static final List<Fact> FACTS = List.of(
            new Fact("type", Kind.CHOICE, "type"),
            new Fact("discoveredAt", Kind.MOMENT, ""),
            new Fact("approximate", Kind.FLAG, ""),
            new Fact("description", Kind.TEXT, ""),
            new Fact("occurredAt", Kind.MOMENT, ""),
            new Fact("place", Kind.LINE, ""),
            new Fact("assets", Kind.LINES, ""),
            new Fact("segment", Kind.CHOICE, "segment"),
            new Fact("dataCategories", Kind.CHOICES, "data"),
            new Fact("personalInformation.included", Kind.CHOICE, "answer"),
            new Fact("personalInformation.personCount", Kind.NUMBER, ""),
            new Fact("personalInformation.personCountMax", Kind.NUMBER, ""),
            new Fact("personalInformation.myNumber", Kind.CHOICE, "answer"),
            new Fact("personalInformation.sensitive", Kind.CHOICE, "answer"),
            new Fact("personalInformation.ordinanceSensitive", Kind.CHOICE, "answer"),
            new Fact("personalInformation.financialHarm", Kind.CHOICE, "answer"),
            new Fact("personalInformation.encrypted", Kind.CHOICE, "answer"),
            new Fact("personalInformation.recoveredUnread", Kind.CHOICE, "answer"),
            new Fact("personalInformation.medium", Kind.CHOICE, "medium"),
            new Fact("malicious", Kind.CHOICE, "answer"),
            new Fact("knownOutside", Kind.CHOICE, "answer"),
            new Fact("lifeline", Kind.CHOICE, "answer"),
            new Fact("serviceDownMinutes", Kind.NUMBER, ""),
            new Fact("businessImpact", Kind.TEXT, ""),
            new Fact("contractor", Kind.LINE, ""),
            new Fact("actionsTaken", Kind.LINES, ""),
            new Fact("impact.availability", Kind.NUMBER, ""),
            new Fact("impact.spread", Kind.NUMBER, ""),
            new Fact("impact.society", Kind.NUMBER, ""),
            new Fact("reporter.name", Kind.LINE, ""),
            new Fact("reporter.section", Kind.LINE, ""),
            new Fact("reporter.phone", Kind.LINE, ""),
            new Fact("reporter.email", Kind.LINE, ""),
            new Fact("onBehalfOf", Kind.LINE, ""));
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").withZone(BusinessCalendar.TOKYO);

    private final FactsDocument document;
    private final IncidentTexts texts;

    FactsForm(FactsDocument document, IncidentTexts texts) {
        this.document = document;
        this.texts = texts;
    }

    List<Input> inputs(Facts facts) {
        JsonNode tree = document.tree(facts);
        return FACTS.stream()
                .map(fact -> new Input(
                        fact.name(),
                        label(fact.name()),
                        fact.kind(),
                        options(fact),
                        shown(fact, at(tree, fact.name()))))
                .toList();
    }

    /** Names the facts that somebody sees, whatever else of the case moves on. */
    String seen(Facts facts) {
        return Integer.toHexString(document.tree(facts).toString().hashCode());
    }

    /** The same inputs with what was typed. */
    List<Input> inputs(Facts facts, MultiValueMap<String, String> sent) {
        return inputs(facts).stream()
                .map(input -> new Input(input.name(), input.label(), input.kind(), input.options(), typed(input, sent)))
                .toList();
    }

    /** Labels and texts of what was typed and is different from the facts. */
    List<FactRows.Row> different(Facts facts, MultiValueMap<String, String> sent) {
        return inputs(facts).stream()
                .filter(input -> !typed(input, sent).equals(input.value()))
                .map(input -> new FactRows.Row(input.label(), typed(input, sent)))
                .toList();
    }

    /**
     * What was typed and is different, as a merge patch.
     *
     * @throws InvalidInput naming each input that cannot be read
     */
    Map<String, @Nullable Object> changes(Facts facts, MultiValueMap<String, String> sent) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        for (Input input : inputs(facts)) {
            String typed = typed(input, sent);
            if (!typed.equals(input.value())) {
                try {
                    put(changes, input.name(), read(input.kind(), typed));
                } catch (NumberFormatException unreadable) {
                    errors.add(new FieldError(input.name(), "number"));
                } catch (DateTimeParseException unreadable) {
                    errors.add(new FieldError(input.name(), "datetime"));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return changes;
    }

    private static String typed(Input input, MultiValueMap<String, String> sent) {
        return String.join("\n", sent.getOrDefault(input.name(), List.of()))
                .replace("\r\n", "\n")
                .strip();
    }

    private static @Nullable Object read(Kind kind, String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case NUMBER -> Long.parseLong(typed);
            case MOMENT ->
                LocalDateTime.parse(typed)
                        .atZone(BusinessCalendar.TOKYO)
                        .toInstant()
                        .toString();
            case FLAG -> true;
            case LINES, CHOICES ->
                typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            default -> typed;
        };
    }

    @SuppressWarnings("unchecked") // only this method puts maps there
    private static void put(Map<String, @Nullable Object> changes, String name, @Nullable Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            changes.put(name, value);
        } else {
            Map<String, @Nullable Object> inner = (Map<String, @Nullable Object>) Objects.requireNonNull(
                    changes.computeIfAbsent(name.substring(0, dot), none -> new LinkedHashMap<>()));
            inner.put(name.substring(dot + 1), value);
        }
    }

    private List<Option> options(Fact fact) {
        return OPTIONS.getOrDefault(fact.options(), List.of()).stream()
                .map(key -> new Option(key, texts.of("incident." + fact.options() + "." + key)))
                .toList();
    }

    private String label(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return texts.of("incident.fact." + (last.equals("included") ? "personalInformation" : last));
    }

    private static JsonNode at(JsonNode tree, String name) {
        return tree.at("/" + name.replace('.', '/'));
    }

    private static String shown(Fact fact, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return switch (fact.kind()) {
            case MOMENT -> LOCAL.format(Instant.parse(value.asString()));
            case LINES, CHOICES -> value.valueStream().map(JsonNode::asString).collect(Collectors.joining("\n"));
            case FLAG -> value.asBoolean() ? "true" : "";
            default -> value.asString().strip();
        };
    }
}
