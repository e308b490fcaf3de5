package dev.noroshi.workflow;

import dev.noroshi.workflow.RunningPlan.Leaf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where roots stand: in which phases, which of them move by themselves, and where they stand for ever. */
@Component
class Stops {

    /** An element of a model. */
    record At(String process, String element, String name) {}

    /**
     * By root.
     *
     * @param phases of its own call activities that run
     * @param moving roots with an automatic step in hand, or failed
     * @param idle elements that wait for nothing
     */
    record Found(Map<String, Set<String>> phases, Set<String> moving, Map<String, List<At>> idle) {}

    private final RunningPlan running;
    private final RepositoryService repository;

    Stops(RunningPlan running, RepositoryService repository) {
        this.running = running;
        this.repository = repository;
    }

    Found of(Collection<String> roots) {
        List<Leaf> leaves = running.leaves(roots);
        Map<String, Set<String>> phases = new HashMap<>();
        Set<String> moving = new HashSet<>();
        for (Leaf leaf : leaves) {
            if (leaf.moving()) {
                moving.add(leaf.root());
            }
            if (leaf.calls() && leaf.instance().equals(leaf.root())) {
                phaseOf(leaf)
                        .ifPresent(phase -> phases.computeIfAbsent(leaf.root(), it -> new HashSet<>())
                                .add(phase));
            }
        }
        return new Found(phases, moving, idle(leaves));
    }

    private Map<String, List<At>> idle(List<Leaf> leaves) {
        List<Leaf> bare = leaves.stream()
                .filter(leaf -> !leaf.calls() && !leaf.moving() && !leaf.waits())
                .toList();
        Map<String, Set<String>> events =
                running.events(bare.stream().map(Leaf::id).toList());
        Set<Leaf> nothing = bare.stream()
                .filter(leaf -> events.getOrDefault(leaf.id(), Set.of()).stream()
                        .allMatch(event -> beginsBeside(leaf.definition(), event)))
                .collect(Collectors.toSet());
        // what waits at a join waits for another branch of the same model, if there is one
        Set<String> alive = leaves.stream()
                .filter(leaf -> !nothing.contains(leaf))
                .map(Leaf::instance)
                .collect(Collectors.toSet());
        Map<String, List<At>> idle = new HashMap<>();
        nothing.stream()
                .filter(leaf -> !(joins(leaf) && alive.contains(leaf.instance())))
                .forEach(leaf -> idle.computeIfAbsent(leaf.root(), it -> new ArrayList<>())
                        .add(at(leaf)));
        return idle;
    }

    private At at(Leaf leaf) {
        String name = part(leaf.definition(), leaf.element())
                .flatMap(part -> Optional.ofNullable(part.getAttributeValue("name")))
                .orElse("");
        return new At(leaf.process(), Objects.requireNonNullElse(leaf.element(), ""), name);
    }

    /** An event subprocess stands ready all the time: that is no waiting. */
    private boolean beginsBeside(String definition, String event) {
        return part(definition, event)
                .filter(StartEvent.class::isInstance)
                .map(ModelElementInstance::getParentElement)
                .filter(parent -> parent instanceof SubProcess beside && beside.triggeredByEvent())
                .isPresent();
    }

    private boolean joins(Leaf leaf) {
        return part(leaf.definition(), leaf.element())
                .filter(it -> it instanceof ParallelGateway || it instanceof InclusiveGateway)
                .isPresent();
    }

    private Optional<String> phaseOf(Leaf leaf) {
        return part(leaf.definition(), leaf.element())
                .filter(BaseElement.class::isInstance)
                .map(BaseElement.class::cast)
                .map(BaseElement::getExtensionElements)
                .flatMap(extensions -> extensions.getChildElementsByType(CamundaProperties.class).stream()
                        .flatMap(all -> all.getCamundaProperties().stream())
                        .filter(property -> "phase".equals(property.getCamundaName()))
                        .flatMap(property -> Stream.ofNullable(property.getCamundaValue()))
                        .findFirst());
    }

    private Optional<ModelElementInstance> part(String definition, @Nullable String element) {
        return element == null
                ? Optional.empty()
                : Optional.ofNullable(
                        repository.getBpmnModelInstance(definition).getModelElementById(element));
    }
}
