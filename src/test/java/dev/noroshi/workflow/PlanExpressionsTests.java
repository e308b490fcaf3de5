package dev.noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan is uploaded content: what its expressions can reach, and what they cannot. */
class PlanExpressionsTests {

    @PlanVocabulary("alarm")
    public static class Alarm {
        public String ring(String key, int times) {
            return key + " x" + times;
        }

        String hidden(String key) {
            return key;
        }
    }

    private final PlanExpressions expressions = new PlanExpressions(name -> name.equals("alarm") ? new Alarm() : null);

    @Test
    void callsAWordWithTheBusinessKey() {
        assertThat(evaluated("${alarm.ring(key, 2)}")).isEqualTo("R8-0001 x2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${alarm.getClass()}",
                "${alarm.class}",
                "${alarm.hashCode()}",
                "${alarm.hidden(key)}",
                "${alarm['ring']}",
                "${key.getClass()}",
                "${key.class}",
                "${key.toString().getClass().forName('java.lang.Runtime')}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "${''['class']}",
                "${execution}",
                "${execution.processEngineServices}",
                "${task}",
                "${authenticatedUserId}",
                "${currentUser()}",
                "${now()}",
                "${dateTime()}",
                "${dataSource}",
                "${systemProperties}",
                "${environment}",
                "${T(java.lang.Runtime)}",
                "${x = 1}",
            })
    void reachesNothingElse(String attack) {
        assertThatThrownBy(() -> evaluated(attack)).isInstanceOf(RuntimeException.class);
    }

    private @Nullable Object evaluated(String expression) {
        ExecutionEntity execution = new ExecutionEntity();
        execution.setProcessInstance(execution);
        execution.setBusinessKey("R8-0001");
        return expressions.createValueExpression(expression).getValue(expressions.getElContext(execution));
    }
}
