package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the application asks of a decision table: the facts that it gives, the answers that it reads.
 *
 * @param policies hit policies with which it can work
 * @param total whether every combination of its facts must have an answer
 */
record TableWords(
        String key, Set<String> policies, Map<String, Domain> facts, Map<String, Answer> outputs, boolean total) {

    /**
     * What a fact can be.
     *
     * @param kind string, long or boolean
     * @param values all values, null for unknown; empty for an open set
     */
    record Domain(String kind, List<@Nullable Object> values) {}

    /** @param kind {@code role, unit, channel, runbook, level, text, number, boolean} */
    record Answer(String kind) {

        /** The type that its column must have. */
        String type() {
            return switch (kind) {
                case "number", "level" -> "long";
                case "boolean" -> "boolean";
                default -> "string";
            };
        }

        boolean fits(String type) {
            return type.equals(type()) || type().equals("long") && type.equals("integer");
        }
    }

    private static final List<@Nullable Object> ANSWERS = Arrays.asList("yes", "no", "unknown", null);
    private static final List<@Nullable Object> IMPACT = Arrays.asList(0L, 1L, 2L, 3L, 4L, null);
    private static final Domain LEVEL = new Domain("long", List.of(0L, 1L, 2L, 3L, 4L));
    private static final Domain BOOLEAN = new Domain("boolean", List.of(true, false));
    private static final Domain NUMBER = new Domain("long", List.of());
    private static final Domain TEXT = new Domain("string", List.of());
    private static final Domain REPORT = new Domain("string", List.of("preliminary", "definitive", "first"));

    /** How a body outside takes a report. */
    static final Set<String> CHANNELS = Set.of("web-form", "phone", "mail", "document", "visit");

    /** When the window telephones those called, besides the letter. */
    static final Set<String> TELEPHONE = Set.of("always", "closed", "no");

    /** Units of time in which a table may answer. */
    static final Set<String> UNITS = Set.of("MINUTES", "OFFICE_MINUTES", "OPEN_DAYS", "DAYS");

    static List<TableWords> all(Catalogue catalogue) {
        Map<String, Domain> severity = facts(catalogue);
        severity.put("rtoMinutes", NUMBER);
        Map<String, Domain> reports = facts(catalogue);
        reports.putAll(Map.of(
                "level",
                LEVEL,
                "ppcRequired",
                BOOLEAN,
                "misuse",
                BOOLEAN,
                "addressee",
                of(catalogue.addressees()),
                "dataCategory",
                orUnknown(catalogue.data())));
        Map<String, Domain> publication = facts(catalogue);
        publication.put("level", LEVEL);
        Set<String> one = Set.of("UNIQUE", "FIRST");
        Map<String, Domain> rungs = Map.of("ladder", TEXT, "level", LEVEL, "rung", NUMBER);
        Map<String, Domain> targets = Map.of("target", TEXT, "level", LEVEL);
        Map<String, Domain> type = Map.of("type", of(catalogue.types()));
        return List.of(
                new TableWords("severity", Set.of("COLLECT MAX"), severity, answers("level=level"), false),
                new TableWords(
                        "ppc-report", Set.of("COLLECT"), facts(catalogue), answers("item=text", "basis=text"), false),
                new TableWords(
                        "escalation",
                        one,
                        rungs,
                        answers("role=role", "amount=number", "unit=unit", "decides=boolean", "telephone=telephone"),
                        false),
                new TableWords("time-targets", one, targets, answers("amount=number", "unit=unit"), true),
                new TableWords(
                        "external-reports",
                        one,
                        reports,
                        answers(
                                "required=boolean",
                                "dueAmount=number",
                                "dueUnit=unit",
                                "channel=channel",
                                "basis=text"),
                        true),
                new TableWords(
                        "report-reminders",
                        Set.of("COLLECT"),
                        Map.of("kind", REPORT),
                        answers(
                                "step=number",
                                "origin=text",
                                "amount=number",
                                "unit=unit",
                                "roles=text",
                                "urgency=text"),
                        false),
                new TableWords("publication", one, publication, answers("publication=text", "basis=text"), true),
                new TableWords(
                        "containment",
                        one,
                        Map.of("segment", of(catalogue.segments())),
                        answers("tell=text", "effect=text"),
                        true),
                new TableWords(
                        "checklist",
                        Set.of("COLLECT"),
                        Map.of("step", TEXT, "segment", orUnknown(catalogue.segments())),
                        answers("item=text", "text=text", "textEn=text"),
                        false),
                new TableWords("runbook", one, type, answers("runbook=runbook"), true));
    }

    /** The facts of a case, as it gives them to its tables. */
    static Map<String, Domain> facts(Catalogue catalogue) {
        Map<String, Domain> facts = new LinkedHashMap<>();
        facts.put("type", of(catalogue.types()));
        facts.put("segment", orUnknown(catalogue.segments()));
        for (String question : List.of(
                "personalInformation",
                "myNumber",
                "sensitive",
                "financialHarm",
                "malicious",
                "lifeline",
                "encrypted",
                "recoveredUnread")) {
            facts.put(question, new Domain("string", ANSWERS));
        }
        facts.put("medium", new Domain("string", Arrays.asList("paper", "electronic", null)));
        List.of("availability", "spread", "society").forEach(impact -> facts.put(impact, new Domain("long", IMPACT)));
        List.of("personCount", "serviceDownMinutes").forEach(count -> facts.put(count, NUMBER));
        facts.put("declared", BOOLEAN);
        return facts;
    }

    private static Domain orUnknown(List<String> values) {
        List<@Nullable Object> all = new ArrayList<>(values);
        all.add(null);
        return new Domain("string", all);
    }

    private static Domain of(List<String> values) {
        return new Domain("string", List.copyOf(values));
    }

    private static Map<String, Answer> answers(String... pairs) {
        return Arrays.stream(pairs)
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> new Answer(pair[1]), (one, other) -> one, LinkedHashMap::new));
    }

    static Optional<TableWords> of(String table, Catalogue catalogue) {
        return all(catalogue).stream()
                .filter(words -> words.key().equals(table))
                .findFirst();
    }
}
