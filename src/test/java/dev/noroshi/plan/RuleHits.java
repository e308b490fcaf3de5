package dev.noroshi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Remembers which rules decided something. In a collect-max table a rule decides where it alone gives the highest value
 * (a rule for zero can only agree), so that a rule nobody would miss is found.
 */
final class RuleHits {

    private final Set<String> hit = new HashSet<>();
    private final Set<String> ran = new HashSet<>();

    DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(this::decided));
        return configuration.buildEngine();
    }

    void ran(TestInfo test) {
        ran.add(test.getTestMethod().orElseThrow().getName());
    }

    /** Only when all tests ran; one alone proves its own rules. */
    void requireEveryRule(Class<?> tests) {
        boolean all = Arrays.stream(tests.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(ParameterizedTest.class))
                .allMatch(method -> ran.contains(method.getName()));
        if (all) {
            Set<String> missing = new TreeSet<>();
            for (String table : List.of(
                    "severity",
                    "ppc-report",
                    "escalation",
                    "time-targets",
                    "external-reports",
                    "containment",
                    "publication",
                    "runbook",
                    "report-reminders")) {
                Dmn.readModelFromStream(RuleHits.class.getResourceAsStream("/bpmn/" + table + ".dmn"))
                        .getModelElementsByType(Rule.class)
                        .forEach(rule -> missing.add(rule.getId()));
            }
            missing.removeAll(hit);
            assertThat(missing).as("rules that decide no case of the tests").isEmpty();
        }
    }

    private void decided(DmnDecisionTableEvaluationEvent event) {
        Object result = event.getCollectResultValue() == null
                ? null
                : event.getCollectResultValue().getValue();
        List<DmnEvaluatedDecisionRule> deciding = event.getMatchingRules().stream()
                .filter(rule -> result == null || Objects.equals(value(rule), result))
                .toList();
        if (result == null || deciding.size() == 1 || Long.valueOf(0).equals(result)) {
            deciding.forEach(rule -> hit.add(rule.getId()));
        }
    }

    private static Object value(DmnEvaluatedDecisionRule rule) {
        return rule.getOutputEntries().values().iterator().next().getValue().getValue();
    }
}
