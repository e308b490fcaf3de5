package dev.noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.NoroshiTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.ClassUtils;

/** The application's engine on MariaDB, which it does not know by name: it starts, waits, hears, remembers. */
@NoroshiTest
class EngineIntegrationTests {

    private static final String MODEL = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <bpmn:message id="message_go" name="EngineProofGo"/>
              <bpmn:process id="engine-proof" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="startEvent_asked" camunda:asyncBefore="true"/>
                <bpmn:sequenceFlow id="flow_1" sourceRef="startEvent_asked" targetRef="event_time"/>
                <bpmn:intermediateCatchEvent id="event_time"><bpmn:timerEventDefinition>
                  <bpmn:timeDuration>PT1S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
                <bpmn:sequenceFlow id="flow_2" sourceRef="event_time" targetRef="event_go"/>
                <bpmn:intermediateCatchEvent id="event_go">
                  <bpmn:messageEventDefinition messageRef="message_go"/></bpmn:intermediateCatchEvent>
                <bpmn:sequenceFlow id="flow_3" sourceRef="event_go" targetRef="endEvent_done"/>
                <bpmn:endEvent id="endEvent_done"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private HistoryService history;

    @Autowired
    private Processes processes;

    @Autowired
    private Whereabouts whereabouts;

    @Autowired
    private DataSource database;

    private String deployment;

    @BeforeEach
    void aModelOfItsOwn() {
        deployment = repository
                .createDeployment()
                .name("engine-proof")
                .addInputStream("engine-proof.bpmn", new ByteArrayInputStream(MODEL.getBytes(StandardCharsets.UTF_8)))
                .deploy()
                .getId();
    }

    @AfterEach
    void goesAgain() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void startsByItselfWaitsForTimeHearsAMessageAndRemembers() {
        String key = "R99-" + (1000 + (int) (Math.random() * 8999));
        String id = runtime.startProcessInstanceByKey("engine-proof", key).getId();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> runtime.createExecutionQuery()
                                .processInstanceId(id)
                                .messageEventSubscriptionName("EngineProofGo")
                                .count()
                        == 1);
        processes.deliver("EngineProofGo", key);

        HistoricProcessInstance past = history.createHistoricProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult();
        assertThat(past.getState()).isEqualTo(HistoricProcessInstance.STATE_COMPLETED);
        assertThat(past.getBusinessKey()).isEqualTo(key);
        assertThat(whereabouts.of(key))
                .extracting(ElementState::element)
                .containsExactlyInAnyOrder("startEvent_asked", "event_time", "event_go", "endEvent_done");
        assertThat(repository
                        .getProcessDefinition(past.getProcessDefinitionId())
                        .getHistoryTimeToLive())
                .isEqualTo(1);
        assertThat(UUID.fromString(id).toString()).as("ids are no counters").isEqualTo(id);
    }

    @Test
    void isSetAsTheDesignSays() {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(settings.getDatabaseType()).isEqualTo("mysql");
        assertThat(settings.getDatabaseSchemaUpdate()).isEqualTo("false");
        assertThat(settings.getIdGenerator().getClass().getSimpleName()).isEqualTo("StrongUuidGenerator");
        assertThat(settings.getHistoryLevel()).isEqualTo(HistoryLevel.HISTORY_LEVEL_ACTIVITY);
        assertThat(settings.getHistoryTimeToLive()).isEqualTo("P3650D");
        assertThat(settings.isCmmnEnabled()).isFalse();
        assertThat(settings.isStandaloneTasksEnabled()).isFalse();
        assertThat(settings.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(settings.getFailedJobRetryTimeCycle()).isEqualTo("R3/PT1M");
        assertThat(settings.getExpressionManager()).isInstanceOf(PlanExpressions.class);
        assertThat(settings.getBeans()).isEmpty();
        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(settings.getLoggingContextBusinessKey()).isEqualTo("businessKey");
        assertThat(settings.getJobExecutor().isActive()).isTrue();
        assertThat(settings.getJobExecutor().getMaxWait())
                .as("an idle executor does not sleep long")
                .isLessThanOrEqualTo(2000);
    }

    @Test
    void runsOnMariaDbReadCommittedInTheApplicationsOwnSchema() {
        JdbcTemplate sql = new JdbcTemplate(database);

        assertThat(sql.queryForObject("SELECT VERSION()", String.class)).contains("MariaDB");
        assertThat(sql.queryForObject("SELECT @@SESSION.tx_isolation", String.class))
                .isEqualTo("READ-COMMITTED");
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM ACT_RE_DEPLOYMENT WHERE NAME_ = 'plan'", Integer.class))
                .isPositive();
        assertThat(management.getTableName(org.camunda.bpm.engine.runtime.Job.class))
                .isEqualTo("ACT_RU_JOB");
    }

    @Test
    void itsWebApplicationsAndRestAreNotThere() {
        for (String door : new String[] {
            "org.camunda.bpm.engine.rest.impl.CamundaRestResources",
            "org.camunda.bpm.webapp.impl.engine.ProcessEnginesFilter",
            "org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig",
            "org.h2.Driver"
        }) {
            assertThat(ClassUtils.isPresent(door, null)).as(door).isFalse();
        }
    }
}
