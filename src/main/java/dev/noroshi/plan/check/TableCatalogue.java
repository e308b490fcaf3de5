package dev.noroshi.plan.check;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the application gives to a decision table and reads from it.
 *
 * @param policies hit policies with which it can work
 */
public record TableCatalogue(String key, List<String> policies, List<Fact> facts, List<Answer> answers) {

    /** @param values all of them; empty for an open set */
    public record Fact(String name, String type, List<String> values) {}

    /** @param kind {@code role, unit, channel, runbook, level, text, number, boolean} */
    public record Answer(String name, String kind) {}

    public static List<TableCatalogue> of(Catalogue catalogue) {
        return TableWords.all(catalogue).stream()
                .map(words -> new TableCatalogue(
                        words.key(),
                        List.copyOf(new TreeSet<>(words.policies())),
                        words.facts().entrySet().stream()
                                .map(TableCatalogue::fact)
                                .toList(),
                        words.outputs().entrySet().stream()
                                .map(it -> new Answer(it.getKey(), it.getValue().kind()))
                                .toList()))
                .toList();
    }

    private static Fact fact(Map.Entry<String, TableWords.Domain> fact) {
        List<String> values =
                fact.getValue().values().stream().map(String::valueOf).toList();
        return new Fact(fact.getKey(), fact.getValue().kind(), values);
    }
}
