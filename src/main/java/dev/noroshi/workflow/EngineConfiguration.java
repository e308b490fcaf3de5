package dev.noroshi.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Narrows the engine to what a plan may do, and lets it tell what happens. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Lets jobs in hand end while their database is still there; the engine's own would drop them half-way. */
    @Bean
    @DependsOn({"dataSource", "transactionManager"})
    ThreadPoolTaskExecutor camundaTaskExecutor(CamundaBpmProperties settings) {
        JobExecutionProperty jobs = settings.getJobExecution();
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(jobs.getCorePoolSize());
        executor.setMaxPoolSize(jobs.getMaxPoolSize());
        executor.setQueueCapacity(jobs.getQueueCapacity());
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(8);
        return executor;
    }

    @Bean
    @DependsOnDatabaseInitialization
    AbstractProcessEnginePlugin planRules(ApplicationContext application, ApplicationEventPublisher events) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setExpressionManager(new PlanExpressions(name ->
                        application.getBeansWithAnnotation(PlanVocabulary.class).get(name)));
                engine.setBeans(Map.of());
                engine.setEnableScriptCompilation(false);
                engine.setEnableExpressionsInAdhocQueries(false);
                engine.setEnableExpressionsInStoredQueries(false);
                engine.setLoggingContextBusinessKey("businessKey");
                List<BpmnParseListener> listeners = new ArrayList<>();
                if (engine.getCustomPostBPMNParseListeners() != null) {
                    listeners.addAll(engine.getCustomPostBPMNParseListeners());
                }
                listeners.add(new PlanNews(events));
                engine.setCustomPostBPMNParseListeners(listeners);
            }
        };
    }
}
