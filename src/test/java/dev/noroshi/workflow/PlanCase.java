package dev.noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** One case on its way through a model. It goes on by itself as far as it can; a test takes the steps of people. */
final class PlanCase {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Set<String> FRAMES = Set.of("callActivity", "subProcess", "multiInstanceBody");

    private final ProcessEngine engine = PlanEngine.IT.engine;
    private final String model;
    final String key;

    /** @param suffix {@code ""} for a case, such as {@code -C1} for a call */
    PlanCase(String model, String suffix) {
        this(model, NUMBERS.incrementAndGet(), "R8-%04d" + suffix);
    }

    private PlanCase(String model, int number, String key) {
        this.model = model;
        this.key = key.formatted(number);
    }

    /** A period of the roster instead of a case. */
    static PlanCase ofRoster(String model) {
        int number = NUMBERS.incrementAndGet();
        return new PlanCase(
                model, number, BusinessKey.ofPeriod(LocalDate.of(2026, 4, 1).plusMonths(3L * number)));
    }

    PlanCase(String model) {
        this(model, "");
    }

    PlanCase answer(String question, Object answer) {
        PlanEngine.IT.script.answer(question, answer);
        return this;
    }

    PlanCase level(long level) {
        return answer("incident.atLeast", new Script.LevelQuestion(level));
    }

    /** The segments that the case touches, by their places in the list of segments. */
    PlanCase segments(int... places) {
        return answer(
                "containment.segments",
                IntStream.of(places)
                        .mapToObj(place -> BusinessKey.ofSegment(key, place))
                        .toList());
    }

    PlanCase fail(String act, int times) {
        PlanEngine.IT.script.fail(act, times);
        return this;
    }

    /** Starts, and goes as far as it can. */
    PlanCase start() {
        startOnly();
        return goOn();
    }

    PlanCase startOnly() {
        PlanEngine.IT.processes.start(model, key);
        return this;
    }

    /** A person takes the step; where it waits in several segments, in the first. */
    PlanCase take(String element) {
        PlanEngine.IT.processes.complete(tasks(element).get(0).getId());
        return goOn();
    }

    PlanCase tell(String message) {
        PlanEngine.IT.processes.deliver(message, key);
        return goOn();
    }

    /** The clock comes to the timer's due date. */
    PlanCase timePassesTo(String timer) {
        Job job = only(jobs().stream()
                .filter(it -> it.getDuedate() != null)
                .filter(it -> activityOf(it).equals(timer))
                .toList());
        ClockUtil.setCurrentTime(job.getDuedate());
        engine.getManagementService().executeJob(job.getId());
        return goOn();
    }

    /** The clock comes to the next try of what has failed. */
    PlanCase retryTimeComes(String element) {
        ClockUtil.setCurrentTime(job(element).getDuedate());
        return goOn();
    }

    /** An operator gives a stuck step a new try. */
    PlanCase retry(String element) {
        engine.getManagementService().setJobRetries(job(element).getId(), 1);
        ClockUtil.setCurrentTime(job(element).getDuedate());
        return goOn();
    }

    /** Where an operator must look. */
    List<String> stuckAt() {
        return PlanEngine.IT.engine.getRuntimeService().createIncidentQuery().list().stream()
                .map(Incident::getActivityId)
                .toList();
    }

    Instant due(String timer) {
        return only(jobs().stream().filter(it -> activityOf(it).equals(timer)).toList())
                .getDuedate()
                .toInstant();
    }

    /** Runs what waits for the job executor; timers only run when a test lets their time come. */
    PlanCase goOn() {
        int steps = 0;
        for (List<Job> ready = ready(); !ready.isEmpty(); ready = ready()) {
            engine.getManagementService().executeJob(ready.get(0).getId());
            assertThat(++steps).as("the model goes round in circles").isLessThan(50);
        }
        return this;
    }

    Job job(String element) {
        return only(jobs().stream().filter(it -> activityOf(it).equals(element)).toList());
    }

    Task task(String element) {
        return only(tasks(element));
    }

    private List<Task> tasks(String element) {
        List<Task> waiting = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKeyLike(key + "%")
                .taskDefinitionKey(element)
                .orderByTaskCreateTime()
                .asc()
                .list();
        assertThat(waiting).as("tasks of " + element).isNotEmpty();
        return waiting;
    }

    /** Where it waits for a person, an answer or a time, in all models under the key. */
    List<String> waiting() {
        return history()
                .filter(it -> it.getEndTime() == null && !FRAMES.contains(it.getActivityType()))
                .map(HistoricActivityInstance::getActivityId)
                .sorted()
                .toList();
    }

    /** What it entered and left in the order way, not by being cut off. */
    List<String> passed() {
        return history()
                .filter(it -> it.getEndTime() != null && !it.isCanceled())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    List<String> cutOff() {
        return history()
                .filter(HistoricActivityInstance::isCanceled)
                .map(HistoricActivityInstance::getActivityId)
                .distinct()
                .sorted()
                .toList();
    }

    /** Sequence flows of this model in the order in which they were taken. */
    List<String> flows() {
        return PlanEngine.IT.taken.stream()
                .filter(it -> it.key().equals(key) && it.model().equals(model))
                .map(PlanEngine.Taken::flow)
                .toList();
    }

    List<String> acts() {
        return PlanEngine.IT.script.acts(key);
    }

    /** What was done under the key of a part of the case. */
    List<String> acts(String suffix) {
        return PlanEngine.IT.script.acts(key + suffix);
    }

    void waitsAt(String... elements) {
        assertThat(waiting()).containsExactlyInAnyOrder(elements);
    }

    void endedAt(String... elements) {
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKeyLike(key + "%")
                        .count())
                .as("instances that still run")
                .isZero();
        assertThat(passed().stream()
                        .filter(it -> it.startsWith("endEvent_"))
                        .filter(this::ofThisModel)
                        .toList())
                .containsExactlyInAnyOrder(elements);
    }

    private boolean ofThisModel(String element) {
        return history()
                .filter(it -> it.getActivityId().equals(element))
                .anyMatch(it -> it.getProcessDefinitionKey().equals(model));
    }

    private List<Job> ready() {
        Date now = ClockUtil.getCurrentTime();
        return jobs().stream()
                .filter(it -> it.getRetries() > 0 && !(it instanceof TimerEntity))
                .filter(it -> it.getDuedate() == null || !it.getDuedate().after(now))
                .toList();
    }

    private List<Job> jobs() {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKeyLike(key + "%")
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .map(id -> engine.getManagementService().createJobQuery().processInstanceId(id))
                .map(JobQuery::list)
                .flatMap(List::stream)
                .toList();
    }

    private String activityOf(Job job) {
        return Objects.requireNonNull(engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId());
    }

    private Stream<HistoricActivityInstance> history() {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKeyLike(key + "%")
                .list()
                .stream()
                .flatMap(it -> engine
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(it.getId())
                        .list()
                        .stream());
    }

    private static <T> T only(List<T> found) {
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
