package dev.noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan is uploaded content: what its expressions can reach, and what they cannot. */
class PlanExpressionsTests {

    /** A bean that is no word of the plan. */
    public static class Plain {
        public String ring(String key, int times) {
            return key + " x" + times;
        }
    }

    public static class Siren {
        public String quiet() {
            return "quiet";
        }
    }

    @PlanVocabulary("alarm")
    public static class Alarm extends Siren {
        public String ring(String key, int times) {
            return key + " x" + times;
        }

        String hidden(String key) {
            return key;
        }
    }

    private final PlanExpressions expressions =
            new PlanExpressions(Map.<String, Object>of("alarm", new Alarm(), "plain", new Plain())::get);

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
                "#{alarm.getClass()}",
                "${alarm.ring(key, alarm.getClass())}",
                "${alarm.ring(key.getClass(), 1)}",
                "${alarm.ring('x', 1).getClass()}",
                "${alarm.ring(key, 1).bytes}",
                "${alarm.ring(key, 1)['class']}",
                "${alarm.notify()}",
                "${alarm.wait(1)}",
                "${alarm.toString()}",
                "${alarm.ring}",
                "${alarm.ring(key)}",
                "${alarm.ring(key, 2, 3)}",
                "${alarm.ring(key, 'many')}",
                "${alarm[key]}",
                "${alarm.quiet()}",
                "${plain.ring(key, 1)}",
                "${(1).getClass()}",
                "${true.getClass()}",
                "${[1].getClass()}",
                "${java.lang.Runtime.getRuntime()}",
                "${Runtime}",
                "${''.getClass().getClassLoader()}",
                "${pageContext}",
                "${applicationScope}",
                "${processEngine}",
                "${processEngineConfiguration}",
                "${runtimeService}",
                "${externalTask}",
                "${caseExecution}",
                "${variableInstance}",
                "${loggedInUser}",
                "${S('<a/>')}",
                "${JSON('{}')}",
                "${currentUserGroups()}",
                "${x -> x}",
                "${alarm.ring(execution.businessKey, 1)}",
            })
    void reachesNothingElse(String attack) {
        assertThatThrownBy(() -> evaluated(attack)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "${alarm.}", "${alarm.ring(}", "${a b}", "${#{key}}", "${;}"})
    void whatIsNoExpressionIsRefusedWhenItIsRead(String broken) {
        assertThatThrownBy(() -> expressions.createExpression(broken)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aValueCannotBeSet() {
        ExecutionEntity execution = new ExecutionEntity();
        execution.setProcessInstance(execution);

        assertThatThrownBy(() -> expressions.createExpression("${alarm}").setValue("other", execution))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void textWithoutAnExpressionStaysText() {
        assertThat(evaluated("alarm.ring(key, 2)")).isEqualTo("alarm.ring(key, 2)");
    }

    private @Nullable Object evaluated(String expression) {
        ExecutionEntity execution = new ExecutionEntity();
        execution.setProcessInstance(execution);
        execution.setBusinessKey("R8-0001");
        return expressions.createValueExpression(expression).getValue(expressions.getElContext(execution));
    }
}
