package dev.noroshi.workflow;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * Joins at which a case would wait for ever: one of its branches was begun nowhere. That happens to a case that moves, past the
 * fork, to an edition that has a branch more there; the engine looks at each token alone and does not see it.
 */
final class Joins {

    private final BpmnModelInstance model;

    Joins(BpmnModelInstance model) {
        this.model = model;
    }

    /** The ends of branches that no token can come to, as things stand. */
    List<FlowNode> neverReached(ActivityInstance standing) {
        return scopes(standing)
                .flatMap(scope -> model.getModelElementsByType(ParallelGateway.class).stream()
                        .filter(join -> join.getIncoming().size() > 1 && isIn(join, scope, standing))
                        .flatMap(join -> missing(join, scope)))
                .toList();
    }

    private static Stream<ActivityInstance> scopes(ActivityInstance at) {
        return Stream.concat(
                Stream.of(at), Arrays.stream(at.getChildActivityInstances()).flatMap(Joins::scopes));
    }

    private static boolean isIn(FlowNode node, ActivityInstance scope, ActivityInstance whole) {
        return node.getParentElement() instanceof Process
                ? scope == whole
                : Objects.equals(node.getParentElement().getAttributeValue("id"), scope.getActivityId());
    }

    private Stream<FlowNode> missing(ParallelGateway join, ActivityInstance scope) {
        List<String> standing = Stream.concat(
                        Arrays.stream(scope.getChildActivityInstances()).map(ActivityInstance::getActivityId),
                        Arrays.stream(scope.getChildTransitionInstances()).map(TransitionInstance::getActivityId))
                .map(id -> id.replace(MovePlans.BODY, ""))
                .toList();
        long arrived = standing.stream().filter(join.getId()::equals).count();
        Set<FlowNode> reached = reached(standing, join);
        List<FlowNode> left = join.getIncoming().stream()
                .map(SequenceFlow::getSource)
                .filter(end -> !reached.contains(end))
                .toList();
        boolean concerned = arrived > 0 || left.size() < join.getIncoming().size();
        return concerned && left.size() > arrived ? left.stream() : Stream.of();
    }

    private Set<FlowNode> reached(Collection<String> standing, FlowNode join) {
        Set<FlowNode> reached = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>();
        standing.stream()
                .filter(id -> !id.equals(join.getId()))
                .map(model::<FlowNode>getModelElementById)
                .filter(Objects::nonNull)
                .forEach(open::add);
        while (!open.isEmpty()) {
            FlowNode node = open.pop();
            if (!node.equals(join) && reached.add(node)) {
                node.getOutgoing().forEach(flow -> open.add(flow.getTarget()));
                model.getModelElementsByType(BoundaryEvent.class).stream()
                        .filter(event -> node.equals(event.getAttachedTo()))
                        .forEach(open::add);
            }
        }
        return reached;
    }
}
