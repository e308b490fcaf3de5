package dev.noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.CaseClient;
import dev.noroshi.CaseClient.Answer;
import dev.noroshi.NoroshiTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.builder.ServiceTaskBuilder;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.camunda.bpm.model.bpmn.builder.UserTaskBuilder;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Every kind of element at which a plan can get stuck, at the door: behind which it goes on, and which refuse, and why. */
@NoroshiTest
class SkipFlowTests {

    private static final String STUCK = "/api/v1/plan/stuck";
    private static final String MODEL = "skip-test";
    private static final String FAILS = "${reporting.approved(key)}";
    private static final String NOW = "${escalation.patienceEnds(key)}";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    private CaseClient city;
    private String number;
    private String key;
    private String deployment;

    @BeforeEach
    void aCase() {
        city = new CaseClient(port);
        number = city.report("malware", Map.of());
        city.waiting(number, "userTask_receive");
        key = number + "-X1";
    }

    @AfterEach
    void withoutTheModel() {
        jdbc.sql("drop trigger if exists task_refuses").update();
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void anAutomaticStepIsSkipped() {
        begins(start().serviceTask("it").camundaAsyncBefore().camundaExpression(FAILS));

        assertThat(skip().status()).isEqualTo(204);

        city.waiting(number, "behind");
        assertThat(stuck()).isNull();
    }

    @Test
    void aTimeThatCannotBeAskedForIsSkipped() {
        begins(start().intermediateCatchEvent("it").camundaAsyncBefore().timerWithDate("${reporting.remindAt(key)}"));

        assertThat(skip().status()).isEqualTo(204);

        city.waiting(number, "behind");
    }

    @Test
    void aTimerBesideAStepIsTakenAwayAndTheStepStays() {
        deploy(start().userTask("person")
                .boundaryEvent("it")
                .cancelActivity(false)
                .timerWithDate(NOW)
                .serviceTask("beside")
                .camundaExpression(FAILS)
                .endEvent()
                .<UserTaskBuilder>moveToActivity("person"));

        assertThat(skip().status()).isEqualTo(204);

        assertThat(city.tasks(number, "person", "open")).hasSize(1);
        assertThat(stuck()).isNull();
    }

    @Test
    void whatFailsBehindAStepIsNotHelpedBySkipping() {
        jdbc.sql("create trigger task_refuses before insert on task for each row begin if new.element = 'behind' then"
                        + " signal sqlstate '45000' set message_text = 'out of order'; end if; end")
                .update();
        begins(start().serviceTask("it").camundaAsyncBefore().camundaExpression(NOW));

        Answer refused = skip();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("type").asString()).endsWith("stuck.fails-behind");
        assertThat(stuck().get("proposal").isNull()).isFalse();
        jdbc.sql("drop trigger task_refuses").update();
        assertThat(city.post("lead", STUCK + "/" + stuck().get("id").asString() + "/retry", Map.of())
                        .status())
                .isEqualTo(204);
        city.waiting(number, "behind");
    }

    @Test
    void aTimerThatHasComeIsNotSkipped() {
        deploy(start().intermediateCatchEvent("it")
                .timerWithDate(NOW)
                .exclusiveGateway("which")
                .condition("yes", FAILS)
                .endEvent()
                .moveToNode("which"));

        assertRefused("event");
    }

    @Test
    void aStepOfAPersonIsNotSkipped() {
        deploy(start().userTask("it")
                .camundaAsyncAfter()
                .exclusiveGateway("which")
                .condition("yes", FAILS)
                .endEvent()
                .moveToNode("which"));
        city.complete("lead", number, "it", Map.of());

        assertRefused("person");
    }

    @Test
    void aPhaseIsNotSkipped() {
        begins(start().callActivity("it").camundaAsyncBefore().calledElement("no-such-model"));

        assertRefused("phase");
    }

    @Test
    void aChoiceIsNotSkipped() {
        deploy(start().exclusiveGateway("it")
                .camundaAsyncBefore()
                .condition("yes", FAILS)
                .endEvent()
                .moveToNode("it"));

        assertRefused("choice");
    }

    @Test
    void aBeginningIsNotSkipped() {
        deploy(Bpmn.createExecutableProcess(MODEL)
                .camundaHistoryTimeToLive(1)
                .startEvent("it")
                .camundaAsyncBefore()
                .serviceTask("next")
                .camundaExpression(FAILS));

        assertRefused("event");
    }

    @Test
    void oneOfSeveralIsNotSkipped() {
        begins(start().serviceTask("it")
                .camundaExpression(FAILS)
                .multiInstance()
                .cardinality("1")
                .camundaAsyncBefore()
                .<ServiceTaskBuilder>multiInstanceDone());

        assertRefused("repeated");
    }

    private static StartEventBuilder start() {
        return Bpmn.createExecutableProcess(MODEL).camundaHistoryTimeToLive(1).startEvent();
    }

    private void begins(AbstractFlowNodeBuilder<?, ?> stuckAt) {
        deploy(stuckAt.userTask("behind").camundaCandidateGroups("csirt-lead"));
    }

    private void deploy(AbstractFlowNodeBuilder<?, ?> model) {
        BpmnModelInstance done = model.endEvent().done();
        done.getModelElementsByType(UserTask.class)
                .forEach(task -> task.setCamundaCandidateGroupsList(List.of("csirt-lead")));
        done.getModelElementsByType(Process.class).forEach(process -> process.setName("skip"));
        deployment = repository
                .createDeployment()
                .addModelInstance(MODEL + ".bpmn", done)
                .deploy()
                .getId();
        runtime.startProcessInstanceByKey(MODEL, key);
    }

    private void assertRefused(String refusal) {
        awaitStuck();
        assertThat(stuck().get("skippable").asBoolean()).isFalse();
        assertThat(stuck().get("refusal").asString()).isEqualTo(refusal);
        Answer refused =
                city.post("lead", STUCK + "/" + stuck().get("id").asString() + "/skip", Map.of("reason", "電話で済ませた"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("type").asString()).endsWith("stuck.not-skippable");
    }

    /** Proposed by the lead, approved by the chief; the approval's answer. */
    private Answer skip() {
        awaitStuck();
        String step = STUCK + "/" + stuck().get("id").asString();
        assertThat(stuck().get("refusal").isNull()).isTrue();
        assertThat(city.post("lead", step + "/skip", Map.of("reason", "電話で済ませた"))
                        .status())
                .isEqualTo(204);
        return city.post("chief", step + "/skip-approval", Map.of());
    }

    /** Lets the retries be used up without waiting minutes. */
    private void awaitStuck() {
        await("it is stuck").atMost(Duration.ofSeconds(60)).until(() -> {
            jdbc.sql("update ACT_RU_JOB j join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_"
                            + " set j.DUEDATE_ = '2026-01-01', j.LOCK_EXP_TIME_ = null, j.LOCK_OWNER_ = null"
                            + " where e.BUSINESS_KEY_ = ? and j.RETRIES_ > 0 and j.EXCEPTION_MSG_ is not null")
                    .param(key)
                    .update();
            return stuck() != null;
        });
        assertThat(stuck().get("element").asString()).isEqualTo("it");
    }

    private JsonNode stuck() {
        return city.get("admin", STUCK)
                .body()
                .get("items")
                .valueStream()
                .filter(it -> it.get("key").asString().equals(key))
                .findFirst()
                .orElse(null);
    }
}
