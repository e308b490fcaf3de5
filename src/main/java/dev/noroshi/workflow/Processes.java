package dev.noroshi.workflow;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The running plan, without a word of the engine. Everything happens in the caller's transaction. */
@Service
@Transactional
public class Processes {

    /** What runs comes after what has ended: the engine's dates are whole seconds. */
    private static final Comparator<HistoricProcessInstance> LATEST = Comparator.comparing(
                    (HistoricProcessInstance it) -> it.getEndTime() == null)
            .thenComparing(HistoricProcessInstance::getStartTime);

    /** In SQL: it is asked at nearly every step, and the engine makes whole instances and a definition of it. */
    private static final String EDITION_OF = """
            select d.DEPLOYMENT_ID_ from ACT_HI_PROCINST i join ACT_RE_PROCDEF d on d.ID_ = i.PROC_DEF_ID_
            where i.BUSINESS_KEY_ = :key and i.SUPER_PROCESS_INSTANCE_ID_ is null
            order by i.END_TIME_ is null desc, i.START_TIME_ desc limit 1
            """;

    private final Deployments deployments;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final ManagementService management;
    private final Tables tables;
    private final JdbcClient database;
    private final ObjectProvider<CaseLock> cases;

    Processes(
            Deployments deployments,
            RuntimeService runtime,
            TaskService tasks,
            HistoryService history,
            ManagementService management,
            Tables tables,
            JdbcClient database,
            ObjectProvider<CaseLock> cases) {
        this.deployments = deployments;
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
        this.management = management;
        this.tables = tables;
        this.database = database;
        this.cases = cases;
    }

    /**
     * Holds the case to which the key belongs, or the roster, until the transaction ends. Whoever changes anything of a case
     * does this before anything else, so that no two wait for each other.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String key) {
        BusinessKey.ownerIn(key).ifPresent(owner -> cases.forEach(lock -> lock.hold(owner)));
    }

    /**
     * As {@link #hold}, for whom a step waits.
     *
     * @return whether there is such a step
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean holdOwnerOfStep(String step) {
        return cases.orderedStream().anyMatch(lock -> lock.holdOwnerOfStep(step));
    }

    /** Starts a model of the newest edition under a business key; a repeat for the same model and key does nothing. */
    public void start(String process, String key) {
        startOn(newestEdition(), process, key);
    }

    /** The same for a model that editions of before may lack: of the newest that has it, and nothing where none has it yet. */
    public void startOnceKnown(String process, String key) {
        deployments.newest(process).ifPresent(edition -> startOn(edition, process, key));
    }

    /** Starts a model of the edition on which {@code incident} runs, of the newest when that has none, or it runs on none. */
    public void startBeside(String incident, String process, String key) {
        startOn(editionFor(incident, process), process, key);
    }

    private String editionFor(String incident, String process) {
        return editionOf(incident)
                .filter(it -> deployments.process(process, it).isPresent())
                .orElseGet(this::newestEdition);
    }

    /** The same where it has ended and begins again; does nothing while it runs. */
    public void startUnlessRunning(String incident, String process, String key) {
        long running = runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(key)
                .count();
        if (running == 0) {
            begin(editionFor(incident, process), process, key);
        }
    }

    /** Starts a model of the newest edition once more under a key; what still runs of it ends. Not safe to repeat. */
    public void startAgain(String process, String key) {
        stop(process, key);
        begin(newestEdition(), process, key);
    }

    private void startOn(String edition, String process, String key) {
        long before = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(key)
                .count();
        if (before == 0) {
            begin(edition, process, key);
        }
    }

    private void begin(String edition, String process, String key) {
        String model = deployments
                .process(process, edition)
                .orElseThrow(() -> new IllegalStateException("the edition has no model " + process));
        runtime.startProcessInstanceById(model, key);
    }

    /** Tells all instances under the key that something happened; nobody waiting is fine, the facts are stored already. */
    public void deliver(String message, String key) {
        List<Execution> waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(key)
                .messageEventSubscriptionName(message)
                .list();
        waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId()));
    }

    /** Ends what runs of a model under the key; its open steps are gone. */
    public void stop(String process, String key) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(key)
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "stopped"));
    }

    /** Goes on from a step that a person has taken. */
    public void complete(String stepId) {
        tasks.complete(stepId);
    }

    /** Moves the running timer at an element; does nothing when none runs. */
    public void reschedule(String key, String element, Instant due) {
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .list()) {
            List<Job> timers = management
                    .createJobQuery()
                    .timers()
                    .processInstanceId(instance.getId())
                    .activityId(element)
                    .list();
            timers.forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(due)));
        }
    }

    /** When the running timer at an element fires, to the second; empty when none runs. */
    @Transactional(readOnly = true)
    public Optional<Instant> timer(String key, String element) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
                .flatMap(
                        instance -> management
                                .createJobQuery()
                                .timers()
                                .processInstanceId(instance.getId())
                                .activityId(element)
                                .list()
                                .stream())
                .map(timer -> timer.getDuedate().toInstant())
                .findFirst();
    }

    /** Whether a model was called under the key since its case began, or began again. */
    @Transactional(readOnly = true)
    public boolean called(String key) {
        Optional<String> course = history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(BusinessKey.incidentOf(key))
                .rootProcessInstances()
                .list()
                .stream()
                .max(LATEST)
                .map(HistoricProcessInstance::getId);
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
                .anyMatch(instance -> course.filter(instance.getRootProcessInstanceId()::equals)
                        .isPresent());
    }

    /** The edition on which the key's case runs, or ran last; empty before it started. */
    @Transactional(readOnly = true)
    public Optional<String> editionOf(String key) {
        return database.sql(EDITION_OF).param("key", key).query(String.class).optional();
    }

    /** The edition that new cases get. */
    @Transactional(readOnly = true)
    public String newestEdition() {
        return deployments
                .newest(Deployments.WHOLE)
                .orElseThrow(() -> new IllegalStateException("no plan is deployed"));
    }

    /** What was deployed so far, oldest first. */
    @Transactional(readOnly = true)
    public List<EditionInfo> editions() {
        return deployments.all();
    }

    /**
     * Makes the files of a plan the edition of new cases, as one unit; open cases stay on theirs.
     *
     * @param files name, such as {@code detect.bpmn} → content
     * @param source where it came from, for the engine's records
     * @return the edition's id
     */
    public String deploy(SortedMap<String, byte[]> files, String source) {
        return deployments.deploy(files, source);
    }

    /** The files of an edition as they were deployed. */
    @Transactional(readOnly = true)
    public SortedMap<String, byte[]> files(String edition) {
        return deployments.files(edition);
    }

    /** Whether the edition brings the table. */
    @Transactional(readOnly = true)
    public boolean hasTable(String table, String edition) {
        return deployments.table(table, edition).isPresent();
    }

    /**
     * Decides a table of an edition.
     *
     * @param facts String, Long, Boolean or null (unknown) by input name
     * @return the rows that hit, output values by name; a collect-max table gives one row
     */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> decide(String table, String edition, Map<String, ?> facts) {
        return tables.decide(
                deployments
                        .table(table, edition)
                        .orElseThrow(() -> new IllegalStateException("the edition has no table " + table)),
                facts);
    }

    /** The names of an edition's models, as they stand in them, by their keys; empty for an unknown edition. */
    @Transactional(readOnly = true)
    public Map<String, String> models(String edition) {
        return deployments.models(edition);
    }

    /** The model's BPMN XML as deployed in an edition. */
    @Transactional(readOnly = true)
    public Optional<String> diagram(String process, String edition) {
        return deployments.model(process + ".bpmn", edition);
    }
}
