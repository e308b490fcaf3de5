package dev.noroshi.workflow;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the steps of cases are called, each in the edition on which its case runs, or ran last. */
@Component
public class ElementNames {

    private final HistoryService history;
    private final RepositoryService repository;
    private final ModelNames english;
    /** By edition and element; a deployed edition never changes. */
    private final Map<String, Map<String, Name>> editions = new ConcurrentHashMap<>();

    ElementNames(HistoryService history, RepositoryService repository, ModelNames english) {
        this.history = history;
        this.repository = repository;
        this.english = english;
    }

    private record Name(String japanese, String english) {}

    /** The names of one reading, in one language. */
    @FunctionalInterface
    public interface Named {

        /** @return the element itself where the case's edition gives it no name */
        String of(String incident, String element);
    }

    /** Reads the editions of the cases at once. */
    @Transactional(readOnly = true)
    public Named of(Collection<String> incidents, Locale reader) {
        Map<String, String> models = models(incidents);
        boolean inEnglish = reader.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return (incident, element) -> {
            String model = models.get(incident);
            Name name = model == null ? null : names(model).get(element);
            return name == null ? element : inEnglish ? name.english() : name.japanese();
        };
    }

    /** The definition of the whole plan by the case: of its present course, or else the last one. */
    private Map<String, String> models(Collection<String> incidents) {
        Map<String, String> models = new HashMap<>();
        if (!incidents.isEmpty()) {
            history
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKeyIn(incidents.toArray(String[]::new))
                    .rootProcessInstances()
                    .list()
                    .stream()
                    .sorted(Comparator.comparing((HistoricProcessInstance it) -> it.getEndTime() == null)
                            .thenComparing(HistoricProcessInstance::getStartTime))
                    .forEach(it -> models.put(it.getBusinessKey(), it.getProcessDefinitionId()));
        }
        return models;
    }

    private Map<String, Name> names(String model) {
        return editions.computeIfAbsent(repository.getProcessDefinition(model).getDeploymentId(), this::ofEdition);
    }

    private Map<String, Name> ofEdition(String edition) {
        Map<ModelNames.Named, String> translated = english.english(edition);
        Map<String, Name> names = new HashMap<>();
        for (ProcessDefinition model :
                repository.createProcessDefinitionQuery().deploymentId(edition).list()) {
            repository.getBpmnModelInstance(model.getId()).getModelElementsByType(FlowNode.class).stream()
                    .filter(node -> node.getName() != null)
                    .forEach(node -> names.put(node.getId(), name(node, translated)));
        }
        return names;
    }

    private static Name name(FlowNode node, Map<ModelNames.Named, String> translated) {
        String own = Objects.requireNonNullElse(node.getName(), node.getId());
        return new Name(own, translated.getOrDefault(new ModelNames.Named(node.getId(), own), own));
    }
}
