package dev.noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The tests of a class together go every way through one model: when all of them have run, each sequence flow was
 * taken and each element entered, or the class fails. (The engine goes past the flows behind an event-based gateway
 * straight to the event; there the event tells.)
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PathsOf.Check.class)
@interface PathsOf {
    /** The model's key. */
    String value();

    final class Check implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

        private final Set<String> ran = new HashSet<>();

        @Override
        public void beforeAll(ExtensionContext context) {
            PlanEngine.IT.taken.clear();
        }

        @Override
        public void afterEach(ExtensionContext context) {
            ran.add(context.getRequiredTestMethod().getName());
            PlanEngine.IT.forget();
        }

        @Override
        public void afterAll(ExtensionContext context) {
            Class<?> tests = context.getRequiredTestClass();
            if (!ran.containsAll(all(tests))) {
                return;
            }
            String model = tests.getAnnotation(PathsOf.class).value();
            BpmnModelInstance file =
                    Bpmn.readModelFromStream(PathsOf.class.getResourceAsStream("/bpmn/" + model + ".bpmn"));
            Set<String> flows = ids(file, SequenceFlow.class);
            file.getModelElementsByType(EventBasedGateway.class)
                    .forEach(gateway -> gateway.getOutgoing().forEach(flow -> flows.remove(flow.getId())));
            PlanEngine.IT.taken.stream().filter(it -> it.model().equals(model)).forEach(it -> flows.remove(it.flow()));
            assertThat(flows)
                    .as("sequence flows of %s that no test takes", model)
                    .isEmpty();
            Set<String> elements = ids(file, FlowNode.class);
            elements.removeAll(entered(model));
            assertThat(elements).as("elements of %s that no test enters", model).isEmpty();
        }

        private static List<String> all(Class<?> tests) {
            return Arrays.stream(tests.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .map(method -> method.getName())
                    .toList();
        }

        private static Set<String> ids(BpmnModelInstance file, Class<? extends ModelElementInstance> type) {
            return file.getModelElementsByType(type).stream()
                    .map(element -> element.getAttributeValue("id"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private static List<String> entered(String model) {
            var definition = PlanEngine.IT
                    .engine
                    .getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(model)
                    .singleResult();
            return PlanEngine.IT
                    .engine
                    .getHistoryService()
                    .createHistoricActivityInstanceQuery()
                    .processDefinitionId(definition.getId())
                    .list()
                    .stream()
                    .map(HistoricActivityInstance::getActivityId)
                    .distinct()
                    .toList();
        }
    }
}
