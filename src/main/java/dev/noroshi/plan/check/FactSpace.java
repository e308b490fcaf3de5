package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Values that stand for all that the facts of a table can be: for a closed set all of them; for numbers every number that the
 * table names, and one below and above, so that each part into which the table divides them has one.
 */
record FactSpace(Map<String, List<@Nullable Object>> values) {

    /** What no table names. */
    static final String OTHER = "…";

    /** The facts in the order of their columns, so that rows drop out early. */
    static FactSpace of(DecisionGrid grid, TableWords words) {
        Map<String, List<@Nullable Object>> values = new LinkedHashMap<>();
        for (DecisionGrid.Column column : grid.columns()) {
            for (String fact : column.facts()) {
                TableWords.@Nullable Domain domain = words.facts().get(fact);
                if (domain != null) {
                    values.computeIfAbsent(fact, absent -> values(grid, fact, domain));
                }
            }
        }
        return new FactSpace(values);
    }

    private static List<@Nullable Object> values(DecisionGrid grid, String fact, TableWords.Domain domain) {
        if (!domain.values().isEmpty()) {
            return domain.values();
        }
        List<@Nullable Object> values = new ArrayList<>();
        if (domain.kind().equals("long")) {
            TreeSet<Long> numbers = new TreeSet<>(List.of(0L, 1L));
            grid.literals(fact)
                    .filter(Long.class::isInstance)
                    .map(Long.class::cast)
                    .forEach(number -> {
                        numbers.add(Math.max(number - 1, 0));
                        numbers.add(number);
                        numbers.add(number + 1);
                    });
            values.addAll(numbers);
            values.add(null);
        } else {
            grid.literals(fact)
                    .filter(String.class::isInstance)
                    .distinct()
                    .sorted()
                    .forEach(values::add);
            values.add(OTHER);
        }
        return values;
    }
}
