package dev.noroshi.incident;

import dev.noroshi.calendar.JapaneseDates;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a correction changed, old → new, a line for each fact. */
@Component
class FactChanges {

    private static final int LONGEST = 200;
    private static final Set<String> ANSWERS = Set.of("yes", "no", "unknown");

    private final FactsDocument document;
    private final JapaneseDates dates;

    FactChanges(FactsDocument document, JapaneseDates dates) {
        this.document = document;
        this.dates = dates;
    }

    /** A line for each; empty when both say the same. */
    List<Saying> between(Facts before, Facts after) {
        Map<String, String> old = flat(document.tree(before));
        Map<String, String> now = flat(document.tree(after));
        Set<String> facts = new LinkedHashSet<>(old.keySet());
        facts.addAll(now.keySet());
        return facts.stream()
                .filter(fact -> !Objects.equals(old.get(fact), now.get(fact)))
                .map(fact -> Saying.phrase(
                        "incident.saying.change",
                        Saying.phrase("incident.fact." + fact),
                        shown(fact, old.get(fact)),
                        shown(fact, now.get(fact))))
                .toList();
    }

    /** Facts by the last word of their path, which none shares but the reporter's name. */
    private static Map<String, String> flat(JsonNode facts) {
        Map<String, String> flat = new LinkedHashMap<>();
        facts.properties().forEach(fact -> {
            JsonNode value = fact.getValue();
            if (value.isObject()) {
                value.properties()
                        .forEach(inner -> flat.put(key(fact.getKey(), inner.getKey()), words(inner.getValue())));
            } else {
                flat.put(fact.getKey(), words(value));
            }
        });
        return flat;
    }

    private static String key(String outer, String inner) {
        return outer.equals("personalInformation") && inner.equals("included") ? outer : inner;
    }

    private static String words(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining("、"))
                : value.asString();
    }

    private Saying shown(String fact, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return Saying.phrase("incident.fact.none");
        }
        String line = value.replaceAll("\\s+", " ");
        return switch (fact) {
            case "dataCategories" ->
                Saying.enumeration(Stream.of(line.split("、"))
                        .map(key -> Saying.phrase("incident.data." + key))
                        .toList());
            case "type", "segment", "medium" -> Saying.phrase("incident." + fact + "." + line);
            case "discoveredAt", "occurredAt" -> Saying.verbatim(moment(line));
            case "approximate" -> Saying.phrase("incident.answer." + (line.equals("true") ? "yes" : "no"));
            default ->
                ANSWERS.contains(line) ? Saying.phrase("incident.answer." + line) : Saying.verbatim(clipped(line));
        };
    }

    private String moment(String value) {
        try {
            return dates.table(Instant.parse(value));
        } catch (DateTimeParseException unreadable) {
            return value;
        }
    }

    private static String clipped(String line) {
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
