package dev.noroshi.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves a running case to another edition of the plan, as far as the engine can; nothing moves by itself. */
@Service
@Transactional
public class CaseMoves {

    /**
     * Why a case cannot go along.
     *
     * @param why {@code no-place}: the other edition has no such element there; {@code branch-not-begun}: there a branch ends
     *     in this element that the case would have to begin at a fork that lies behind it
     */
    public record Obstacle(String process, String element, String name, String why) {}

    private static final String NO_PLACE = "no-place";

    private final Deployments deployments;
    private final MovePlans plans;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    CaseMoves(
            Deployments deployments,
            MovePlans plans,
            RuntimeService runtime,
            TaskService tasks,
            RepositoryService repository,
            JdbcClient database,
            ApplicationEventPublisher events) {
        this.deployments = deployments;
        this.plans = plans;
        this.runtime = runtime;
        this.tasks = tasks;
        this.repository = repository;
        this.database = database;
        this.events = events;
    }

    /** Open cases that run on another edition, by number: up to {@code limit} behind {@code after}. */
    @Transactional(readOnly = true)
    public List<String> elsewhere(String edition, String after, int limit) {
        return database.sql("""
                        select e.BUSINESS_KEY_ from ACT_RU_EXECUTION e straight_join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_
                        where e.BUSINESS_KEY_ > :after and e.PARENT_ID_ is null and e.SUPER_EXEC_ is null
                          and d.KEY_ = :whole and d.DEPLOYMENT_ID_ <> :edition
                        order by e.BUSINESS_KEY_ limit :limit
                        """)
                .param("after", after)
                .param("whole", Deployments.WHOLE)
                .param("edition", edition)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /**
     * Moves everything that runs for the case: its phases, calls and external reports. Timers are asked anew from the facts,
     * which hold when the waiting began, so that the time spent counts. The caller holds the case, and rolls back when
     * something stands in the way.
     *
     * @return what stands in the way; empty when all has moved
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Obstacle> move(String incident, String edition) {
        List<Obstacle> obstacles = new ArrayList<>();
        for (ProcessInstance instance : running(incident)) {
            String process = repository
                    .getProcessDefinition(instance.getProcessDefinitionId())
                    .getKey();
            Optional<String> target = deployments.process(process, edition);
            if (target.isEmpty()) {
                obstacles.add(new Obstacle(process, process, process, NO_PLACE));
            } else if (!instance.getProcessDefinitionId().equals(target.get())) {
                obstacles.addAll(move(instance, process, target.get()));
            }
        }
        if (obstacles.isEmpty()) {
            running(incident).forEach(instance -> tell(instance, edition));
        }
        return obstacles;
    }

    private List<ProcessInstance> running(String incident) {
        return Stream.of(incident, incident + "-%")
                .flatMap(key -> runtime
                        .createNativeProcessInstanceQuery()
                        .sql("select * from ACT_RU_EXECUTION where PARENT_ID_ is null and BUSINESS_KEY_ like #{key}")
                        .parameter("key", key)
                        .list()
                        .stream())
                .toList();
    }

    private List<Obstacle> move(ProcessInstance instance, String process, String target) {
        MigrationPlan plan = plans.of(instance.getProcessDefinitionId(), target);
        try {
            runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
            return notBegun(instance, process, target);
        } catch (MigratingProcessInstanceValidationException refused) {
            BpmnModelInstance model = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
            return standing(refused)
                    .map(element -> element.replace(MovePlans.BODY, ""))
                    .distinct()
                    .map(element -> new Obstacle(process, element, nameOf(model, element), NO_PLACE))
                    .toList();
        }
    }

    private List<Obstacle> notBegun(ProcessInstance instance, String process, String target) {
        BpmnModelInstance model = repository.getBpmnModelInstance(target);
        ActivityInstance standing = Objects.requireNonNull(runtime.getActivityInstance(instance.getId()));
        return new Joins(model)
                .neverReached(standing).stream()
                        .map(end -> new Obstacle(process, end.getId(), branch(end), "branch-not-begun"))
                        .toList();
    }

    /** The name nearest to a branch's end. */
    private static String branch(FlowNode end) {
        FlowNode at = end;
        while ((at.getName() == null || at.getName().isBlank())
                && !at.getIncoming().isEmpty()) {
            at = at.getIncoming().iterator().next().getSource();
        }
        return at.getName() == null ? end.getId() : at.getName();
    }

    private static Stream<String> standing(MigratingProcessInstanceValidationException refused) {
        var report = refused.getValidationReport();
        return Stream.concat(
                report.getActivityInstanceReports().stream().map(it -> it.getSourceScopeId()),
                report.getTransitionInstanceReports().stream().map(it -> it.getSourceScopeId()));
    }

    private static String nameOf(BpmnModelInstance model, String element) {
        @Nullable ModelElementInstance part = model.getModelElementById(element);
        @Nullable String name = part == null ? null : part.getAttributeValue("name");
        return name == null ? element : name;
    }

    /** Steps that wait are now those of the new edition: other roles, target, form, clause. */
    private void tell(ProcessInstance instance, String edition) {
        List<Task> waiting = tasks.createTaskQuery()
                .processInstanceId(instance.getProcessInstanceId())
                .list();
        for (Task task : waiting) {
            BpmnModelInstance model = repository.getBpmnModelInstance(task.getProcessDefinitionId());
            UserTask drawn = Objects.requireNonNull(model.getModelElementById(task.getTaskDefinitionKey()));
            Set<String> roles = Set.copyOf(drawn.getCamundaCandidateGroupsList());
            Set<String> former = offerTo(task, roles);
            Step step = new Step(
                    task.getId(),
                    task.getTaskDefinitionKey(),
                    drawn.getName(),
                    repository
                            .getProcessDefinition(task.getProcessDefinitionId())
                            .getKey(),
                    instance.getBusinessKey(),
                    edition,
                    roles,
                    propertiesOf(drawn));
            events.publishEvent(new StepEvent.Moved(step, former));
        }
    }

    /** @return the roles of before */
    private Set<String> offerTo(Task task, Set<String> roles) {
        Set<String> former = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        former.stream()
                .filter(role -> !roles.contains(role))
                .forEach(role -> tasks.deleteCandidateGroup(task.getId(), role));
        roles.stream()
                .filter(role -> !former.contains(role))
                .forEach(role -> tasks.addCandidateGroup(task.getId(), role));
        return former;
    }

    private static Map<String, String> propertiesOf(UserTask drawn) {
        return Stream.ofNullable(drawn.getExtensionElements())
                .flatMap(extensions -> extensions.getChildElementsByType(CamundaProperties.class).stream())
                .flatMap(all -> all.getCamundaProperties().stream())
                .collect(Collectors.toMap(
                        CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue, (first, second) -> second));
    }
}
