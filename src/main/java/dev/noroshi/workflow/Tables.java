package dev.noroshi.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/**
 * Decides the tables of the plan. A table has no clock and no memory, so equal facts have equal answers: those asked last are
 * kept, because the same few questions (how long for this target on this level) are asked at every step.
 */
@Component
class Tables {

    private static final int KEPT = 2_000;

    private final DecisionService decisions;
    private final Map<Question, List<Map<String, Object>>> answers =
            Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Question, List<Map<String, Object>>> eldest) {
                    return size() > KEPT;
                }
            });

    Tables(DecisionService decisions) {
        this.decisions = decisions;
    }

    private record Question(String table, Map<String, Object> facts) {}

    /** @param table the engine's id of a table of one edition */
    List<Map<String, Object>> decide(String table, Map<String, ?> facts) {
        Question question = new Question(table, new HashMap<>(facts));
        List<Map<String, Object>> known = answers.get(question);
        if (known == null) {
            known = decided(question);
            answers.put(question, known);
        }
        return known;
    }

    private List<Map<String, Object>> decided(Question question) {
        List<Map<String, Object>> rows = new ArrayList<>();
        decisions
                .evaluateDecisionById(question.table())
                .variables(new HashMap<>(question.facts()))
                .evaluate()
                .forEach(row -> rows.add(Collections.unmodifiableMap(new HashMap<>(row.getEntryMap()))));
        return List.copyOf(rows);
    }
}
