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

/** The English names and clauses that models carry beside their Japanese ones: {@code nameEn}, {@code policyEn}. */
@Component
public class ModelNames {

    private static final String NAME = "nameEn";
    private static final String CLAUSE = "policyEn";

    /** An element by its id and the Japanese name, or clause, under which it was met. */
    public record Named(String element, String name) {}

    private final RepositoryService repository;

    ModelNames(RepositoryService repository) {
        this.repository = repository;
    }

    /** What the elements of an edition's models and their clauses are called in English; without those that have none. */
    public Map<Named, String> english(String edition) {
        Map<Named, String> names = new HashMap<>();
        repository
                .createProcessDefinitionQuery()
                .deploymentId(edition)
                .list()
                .forEach(model -> collect(repository.getBpmnModelInstance(model.getId()), names));
        return names;
    }

    /** The same diagram with its English names, where it has them. */
    public String inEnglish(String diagram) {
        BpmnModelInstance model =
                Bpmn.readModelFromStream(new ByteArrayInputStream(diagram.getBytes(StandardCharsets.UTF_8)));
        each(model, NAME, (element, english) -> element.setAttributeValue("name", english));
        return Bpmn.convertToString(model);
    }

    private static void collect(BpmnModelInstance model, Map<Named, String> names) {
        Map<String, String> clauses = new HashMap<>();
        each(model, "policy", (element, clause) -> clauses.put(element.getAttributeValue("id"), clause));
        each(model, CLAUSE, (element, english) -> {
            String id = element.getAttributeValue("id");
            names.put(new Named(id, clauses.getOrDefault(id, "")), english);
        });
        each(
                model,
                NAME,
                (element, english) -> names.put(
                        new Named(element.getAttributeValue("id"), element.getAttributeValue("name")), english));
    }

    private static void each(BpmnModelInstance model, String name, BiConsumer<ModelElementInstance, String> take) {
        for (CamundaProperty property : model.getModelElementsByType(CamundaProperty.class)) {
            if (name.equals(property.getCamundaName())) {
                // property, properties, extension elements, the element itself
                ModelElementInstance element =
                        property.getParentElement().getParentElement().getParentElement();
                take.accept(element, property.getCamundaValue());
            }
        }
    }
}
