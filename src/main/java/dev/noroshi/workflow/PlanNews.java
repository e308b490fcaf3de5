package dev.noroshi.workflow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Tells the application what the plan does, so that models need no listeners of their own. */
class PlanNews extends AbstractBpmnParseListener {

    private final ApplicationEventPublisher events;

    PlanNews(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        Map<String, String> properties = propertiesOf(element);
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addTaskListener(
                TaskListener.EVENTNAME_CREATE,
                task -> events.publishEvent(new StepEvent.Waiting(step(task, properties))));
        definition.addTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> events.publishEvent(gone(task, true)));
        definition.addTaskListener(TaskListener.EVENTNAME_DELETE, task -> events.publishEvent(gone(task, false)));
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        @Nullable String phase = propertiesOf(element).get("phase");
        if (phase != null) {
            activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                    execution -> events.publishEvent(new PhaseEntered(execution.getProcessBusinessKey(), phase)));
        }
    }

    private static Step step(DelegateTask task, Map<String, String> properties) {
        ExecutionEntity execution = (ExecutionEntity) task.getExecution();
        Set<String> roles = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Step(
                task.getId(),
                task.getTaskDefinitionKey(),
                Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
                execution.getProcessDefinition().getKey(),
                execution.getProcessBusinessKey(),
                execution.getProcessDefinition().getDeploymentId(),
                roles,
                properties);
    }

    private static StepEvent.Gone gone(DelegateTask task, boolean taken) {
        return new StepEvent.Gone(task.getId(), task.getExecution().getProcessBusinessKey(), taken);
    }

    private static Map<String, String> propertiesOf(Element element) {
        Map<String, String> found = new LinkedHashMap<>();
        @Nullable Element extensions = element.element("extensionElements");
        @Nullable
        Element properties =
                extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (properties != null) {
            for (Element property : properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property")) {
                found.put(property.attribute("name"), property.attribute("value"));
            }
        }
        return found;
    }
}
