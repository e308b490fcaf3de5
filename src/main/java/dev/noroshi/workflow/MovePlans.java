package dev.noroshi.workflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What goes where when a case moves to another edition. The engine pairs elements that stand in the same place by their id;
 * what the newer edition has put into a sub-process of its own is paired here.
 */
@Component
class MovePlans {

    /** What the engine puts behind the id of an element that runs once for each of several things. */
    static final String BODY = "#multiInstanceBody";

    private static final Logger LOG = LoggerFactory.getLogger(MovePlans.class);

    private final RuntimeService runtime;
    private final RepositoryService repository;

    MovePlans(RuntimeService runtime, RepositoryService repository) {
        this.runtime = runtime;
        this.repository = repository;
    }

    MigrationPlan of(String source, String target) {
        MigrationPlan plan = built(source, target, List.of());
        Set<String> inside = new LinkedHashSet<>(activities(source));
        inside.retainAll(activities(target));
        plan.getInstructions().forEach(pair -> inside.remove(pair.getSourceActivityId()));
        List<String> taken = new ArrayList<>();
        for (String id : inside) {
            List<String> wanted = new ArrayList<>(taken);
            wanted.add(id);
            if (id.endsWith(BODY)) {
                wanted.add(id.replace(BODY, ""));
            }
            try {
                plan = built(source, target, wanted);
                taken = wanted;
            } catch (MigrationPlanValidationException refused) {
                LOG.debug("{} of {} has no place in {}", id, source, target);
            }
        }
        return plan;
    }

    private MigrationPlan built(String source, String target, List<String> inside) {
        MigrationPlanBuilder plan =
                runtime.createMigrationPlan(source, target).mapEqualActivities().updateEventTriggers();
        inside.forEach(id -> plan.mapActivities(id, id));
        return plan.build();
    }

    private Set<String> activities(String definition) {
        return repository.getBpmnModelInstance(definition).getModelElementsByType(Activity.class).stream()
                .map(it -> it.getLoopCharacteristics() == null ? it.getId() : it.getId() + BODY)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
