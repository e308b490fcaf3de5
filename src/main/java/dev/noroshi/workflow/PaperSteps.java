package dev.noroshi.workflow;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** Reads steps out of the files of a plan, so that they can be asked for before the plan runs. */
@Component
public class PaperSteps {

    /**
     * Who gets the steps with a form, where a model decides by a question whether there is such a step.
     *
     * @param files name → content, sound as the plan's check says
     * @param question of the plan vocabulary, such as {@code escalation.telephones}
     * @return roles; empty where no model has such a step
     */
    public Set<String> roles(Map<String, byte[]> files, String form, String question) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".bpmn"))
                .map(file -> Bpmn.readModelFromStream(new ByteArrayInputStream(file.getValue())))
                .filter(model -> asks(model, question))
                .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                .filter(task -> hasForm(task, form))
                .map(UserTask::getCamundaCandidateGroupsList)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean asks(BpmnModelInstance model, String question) {
        return model.getModelElementsByType(ConditionExpression.class).stream()
                .anyMatch(condition -> condition.getTextContent().contains(question + "("));
    }

    private static boolean hasForm(UserTask task, String form) {
        return task.getExtensionElements() != null
                && task.getExtensionElements().getElementsQuery().list().stream()
                        .flatMap(extension -> extension.getChildElementsByType(CamundaProperty.class).stream())
                        .anyMatch(property ->
                                "form".equals(property.getCamundaName()) && form.equals(property.getCamundaValue()));
    }
}
