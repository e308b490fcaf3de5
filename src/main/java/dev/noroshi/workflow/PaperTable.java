package dev.noroshi.workflow;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;

/** A table as it stands in the files of a plan, whether they run or not. */
public final class PaperTable {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    private final DmnEngine engine;
    private final DmnDecision decision;
    private final DecisionTable table;

    PaperTable(DmnEngine engine, DmnDecision decision, DecisionTable table) {
        this.engine = engine;
        this.decision = decision;
        this.table = table;
    }

    /**
     * @param facts String, Long, Boolean or null (unknown) by input name
     * @return the rows that hit, output values by name
     */
    public List<Map<String, Object>> decide(Map<String, ?> facts) {
        return engine.evaluateDecisionTable(decision, new HashMap<>(facts)).getResultList().stream()
                .map(row -> Collections.unmodifiableMap(new HashMap<>(row)))
                .toList();
    }

    /** The words that rows name in the column of an input, in order. */
    public Set<String> words(String input) {
        List<String> inputs = table.getInputs().stream().map(PaperTable::nameOf).toList();
        int column = inputs.indexOf(input);
        return table.getRules().stream()
                .flatMap(rule -> column < 0 ? Stream.empty() : wordsOf(rule, column))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> wordsOf(Rule rule, int column) {
        String cell = List.copyOf(rule.getInputEntries()).get(column).getTextContent();
        return WORD.matcher(cell).results().map((MatchResult found) -> found.group(1));
    }

    private static String nameOf(Input input) {
        return input.getInputExpression().getText().getTextContent().strip();
    }
}
