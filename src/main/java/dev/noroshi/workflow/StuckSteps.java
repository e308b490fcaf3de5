package dev.noroshi.workflow;

import dev.noroshi.workflow.StuckStep.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Steps whose job has used up its retries: finds them, tries them again, goes on behind them. */
@Service
@Transactional
public class StuckSteps {

    private static final Logger LOG = LoggerFactory.getLogger(StuckSteps.class);

    private static final String SELECT = """
            select j.ID_, j.PROCESS_DEF_ID_, j.PROCESS_DEF_KEY_, i.ACTIVITY_ID_, p.BUSINESS_KEY_, i.INCIDENT_TIMESTAMP_,
              coalesce(i.INCIDENT_MSG_, '') as message, e.ACT_ID_, j.TYPE_
            from ACT_RU_INCIDENT i join ACT_RU_JOB j on j.ID_ = i.CONFIGURATION_
              join ACT_RU_EXECUTION p on p.ID_ = j.PROCESS_INSTANCE_ID_
              left join ACT_RU_EXECUTION e on e.ID_ = j.EXECUTION_ID_
            where i.INCIDENT_TYPE_ = 'failedJob' and j.RETRIES_ = 0""";

    private final JdbcClient database;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;

    StuckSteps(
            JdbcClient database, RepositoryService repository, RuntimeService runtime, ManagementService management) {
        this.database = database;
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
    }

    /** The longest stuck first. */
    @Transactional(readOnly = true)
    public List<StuckStep> all() {
        return database.sql(SELECT + " order by i.INCIDENT_TIMESTAMP_, j.ID_")
                .query((row, index) -> step(row))
                .list();
    }

    /** Empty once it goes on. */
    @Transactional(readOnly = true)
    public Optional<StuckStep> find(String id) {
        return database.sql(SELECT + " and j.ID_ = ?")
                .param(id)
                .query((row, index) -> step(row))
                .optional();
    }

    /** Tries it once more, within seconds: the engine's own pause after the last failure is not waited for. */
    public void retry(StuckStep step) {
        management.setJobRetries(step.id(), 1);
        management.setJobDuedate(step.id(), null);
    }

    /**
     * Goes on behind it as if it had been done; a timer beside a step of a person is taken away, the person's step stays.
     *
     * @return false when what comes behind it fails too; the caller rolls back
     */
    public boolean skip(StuckStep step) {
        Job job = management.createJobQuery().jobId(step.id()).singleResult();
        @Nullable ModelElementInstance part = part(job.getProcessDefinitionId(), step.element());
        if (part != null && isBeside(part, job instanceof TimerEntity)) {
            management.deleteJob(job.getId());
            return true;
        }
        try {
            goOnBehind(step, job);
            return true;
        } catch (RuntimeException failed) {
            LOG.warn("Behind the stuck step {} the plan fails too", step.element(), failed);
            return false;
        }
    }

    private void goOnBehind(StuckStep step, Job job) {
        ActivityInstance whole = runtime.getActivityInstance(job.getProcessInstanceId());
        ProcessInstanceModificationBuilder change =
                runtime.createProcessInstanceModification(job.getProcessInstanceId());
        // Going on first: an instance that nothing is left of would end.
        @Nullable
        TransitionInstance before = transitions(whole)
                .filter(it -> job.getExecutionId().equals(it.getExecutionId()))
                .findFirst()
                .orElse(null);
        if (before != null) {
            change.startAfterActivity(step.element(), before.getParentActivityInstanceId());
            change.cancelTransitionInstance(before.getId());
        } else {
            ActivityInstance at = activities(whole)
                    .filter(it -> Set.of(it.getExecutionIds()).contains(job.getExecutionId()))
                    .filter(it -> it.getActivityId().equals(step.element()))
                    .findFirst()
                    .orElseThrow();
            change.startAfterActivity(step.element(), at.getParentActivityInstanceId());
            change.cancelActivityInstance(at.getId());
        }
        change.execute();
    }

    private static Stream<ActivityInstance> activities(ActivityInstance whole) {
        return Stream.concat(
                Stream.of(whole), Stream.of(whole.getChildActivityInstances()).flatMap(StuckSteps::activities));
    }

    private static Stream<TransitionInstance> transitions(ActivityInstance whole) {
        return activities(whole).flatMap(it -> Stream.of(it.getChildTransitionInstances()));
    }

    private StuckStep step(ResultSet row) throws SQLException {
        String definition = row.getString("PROCESS_DEF_ID_");
        String element = row.getString("ACTIVITY_ID_");
        boolean timer = row.getString("TYPE_").equals("timer");
        boolean stands = element.equals(row.getString("ACT_ID_"));
        @Nullable ModelElementInstance part = part(definition, element);
        return new StuckStep(
                row.getString("ID_"),
                row.getString("PROCESS_DEF_KEY_"),
                element,
                nameOf(definition, element),
                row.getString("BUSINESS_KEY_"),
                row.getString("message"),
                Whereabouts.moment(row, "INCIDENT_TIMESTAMP_"),
                refusal(part, timer, stands));
    }

    private static @Nullable Refusal refusal(@Nullable ModelElementInstance part, boolean timer, boolean stands) {
        if (part instanceof Activity activity && activity.getLoopCharacteristics() != null) {
            return Refusal.REPEATED;
        }
        if (part instanceof UserTask) {
            return Refusal.PERSON;
        }
        if (part instanceof CallActivity || part instanceof SubProcess) {
            return Refusal.PHASE;
        }
        if (part instanceof Gateway) {
            return Refusal.CHOICE;
        }
        boolean works = part instanceof ServiceTask || (part instanceof IntermediateCatchEvent && !timer);
        boolean skippable = part != null && ((works && stands) || isBeside(part, timer));
        return skippable ? null : Refusal.EVENT;
    }

    /** A timer at the edge of a step, or of a whole model: nothing waits for it to go on. */
    private static boolean isBeside(ModelElementInstance part, boolean timer) {
        return timer
                && (part instanceof BoundaryEvent
                        || (part instanceof StartEvent
                                && part.getParentElement() instanceof SubProcess beside
                                && beside.triggeredByEvent()));
    }

    private String nameOf(String definition, String element) {
        @Nullable ModelElementInstance part = part(definition, element);
        return part == null ? "" : Objects.requireNonNullElse(part.getAttributeValue("name"), "");
    }

    private @Nullable ModelElementInstance part(String definition, String element) {
        return repository.getBpmnModelInstance(definition).getModelElementById(element);
    }
}
