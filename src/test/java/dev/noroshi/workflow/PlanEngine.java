package dev.noroshi.workflow;

import dev.noroshi.TestDatabase;
import dev.noroshi.plan.check.PlanFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shipped plan, deployed as one edition on a bare engine in a schema of its own on the tests' MariaDB. */
final class PlanEngine {

    static final PlanEngine IT = new PlanEngine();

    final Script script = new Script();
    final ProcessEngine engine;
    final Processes processes;

    /** What the engine told the application: steps that wait or are gone, phases entered. */
    final List<Object> news = new ArrayList<>();

    /** Every sequence flow taken, in order. */
    final List<Taken> taken = new ArrayList<>();

    record Taken(String key, String model, String flow) {}

    private PlanEngine() {
        ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
        configuration.setJdbcDriver("org.mariadb.jdbc.Driver");
        configuration.setJdbcUrl(TestDatabase.emptySchema("noroshi_plan")
                + "?transactionIsolation=READ-COMMITTED&nullDatabaseMeansCurrent=true");
        configuration.setJdbcUsername("root");
        configuration.setJdbcPassword(TestDatabase.rootPassword());
        configuration.setDatabaseType("mysql");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setHistory("activity");
        configuration.setMetricsEnabled(false);
        configuration.setFailedJobRetryTimeCycle("R3/PT1M");
        configuration.setJobExecutorActivate(false);
        configuration.setExpressionManager(new PlanExpressions(script::word));
        configuration.setBeans(Map.of());
        configuration.setCustomPostBPMNParseListeners(
                new ArrayList<>(List.of(new PlanNews(news::add), new Footprints())));
        engine = configuration.buildProcessEngine();
        Deployments deployments = new Deployments(engine.getRepositoryService(), List.of());
        try {
            deployments.deploy(PlanFiles.in(Path.of("bpmn")).contents(), "shipped");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        processes = new Processes(
                deployments,
                engine.getRuntimeService(),
                engine.getTaskService(),
                engine.getHistoryService(),
                engine.getManagementService(),
                new Tables(engine.getDecisionService()),
                JdbcClient.create(configuration.getDataSource()),
                new StaticListableBeanFactory().getBeanProvider(CaseLock.class));
    }

    /** Between two tests: nothing runs, nothing is scripted, the clock shows the real time. */
    void forget() {
        script.forget();
        news.clear();
        ClockUtil.reset();
        Set<String> roots = new LinkedHashSet<>();
        engine.getRuntimeService().createProcessInstanceQuery().list().stream()
                .map(ProcessInstance::getRootProcessInstanceId)
                .forEach(roots::add);
        roots.forEach(root -> engine.getRuntimeService().deleteProcessInstance(root, "the test is over"));
    }

    private final class Footprints extends AbstractBpmnParseListener {
        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
            transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) this::took);
        }

        private void took(DelegateExecution execution) {
            String model = ((ExecutionEntity) execution).getProcessDefinition().getKey();
            taken.add(new Taken(execution.getProcessBusinessKey(), model, execution.getCurrentTransitionId()));
        }
    }
}
