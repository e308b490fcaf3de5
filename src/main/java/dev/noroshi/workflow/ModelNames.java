package dev.noroshi.workflow;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** The English names that models carry beside their Japanese ones, as the extension property {@code nameEn}. */
@Component
public class ModelNames {

    private static final String ENGLISH = "nameEn";

    /** An element by its id and the Japanese name under which it was met. */
    public record Named(String element, String name) {}

    private final RepositoryService repository;

    ModelNames(RepositoryService repository) {
        this.repository = repository;
    }

    /** What the elements of an edition's models are called in English; without those that have no English name. */
    public Map<Named, String> english(String edition) {
        Map<Named, String> names = new HashMap<>();
        repository
                .createProcessDefinitionQuery()
                .deploymentId(edition)
                .list()
                .forEach(model -> each(
                        repository.getBpmnModelInstance(model.getId()),
                        (element, english) -> names.put(
                                new Named(element.getAttributeValue("id"), element.getAttributeValue("name")),
                                english)));
        return names;
    }

    /** The same diagram with its English names, where it has them. */
    public String inEnglish(String diagram) {
        BpmnModelInstance model =
                Bpmn.readModelFromStream(new ByteArrayInputStream(diagram.getBytes(StandardCharsets.UTF_8)));
        each(model, (element, english) -> element.setAttributeValue("name", english));
        return Bpmn.convertToString(model);
    }

    private static void each(BpmnModelInstance model, BiConsumer<ModelElementInstance, String> take) {
        for (CamundaProperty property : model.getModelElementsByType(CamundaProperty.class)) {
            if (ENGLISH.equals(property.getCamundaName())) {
                // property, properties, extension elements, the element itself
                ModelElementInstance element =
                        property.getParentElement().getParentElement().getParentElement();
                take.accept(element, property.getCamundaValue());
            }
        }
    }
}
