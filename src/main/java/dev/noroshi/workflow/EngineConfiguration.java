package dev.noroshi.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.util.function.SingletonSupplier;

/** Narrows the engine to what a plan may do, and lets it tell what happens. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Lets jobs in hand end while their database is still there; the engine's own would drop them half-way. */
    @Bean
    @DependsOn("entityManagerFactory")
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
    @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
    JobExecutor jobExecutor(
            @Qualifier("camundaTaskExecutor") TaskExecutor threads,
            CamundaBpmProperties properties,
            ObjectProvider<CaseLock> cases) {
        JobExecutionProperty settings = properties.getJobExecution();
        CaseJobs jobs = new CaseJobs(cases);
        jobs.setTaskExecutor(threads);
        jobs.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        Optional.ofNullable(settings.getWaitTimeInMillis()).ifPresent(jobs::setWaitTimeInMillis);
        Optional.ofNullable(settings.getMaxWait()).ifPresent(jobs::setMaxWait);
        Optional.ofNullable(settings.getBackoffTimeInMillis()).ifPresent(jobs::setBackoffTimeInMillis);
        Optional.ofNullable(settings.getMaxBackoff()).ifPresent(jobs::setMaxBackoff);
        Optional.ofNullable(settings.getLockTimeInMillis()).ifPresent(jobs::setLockTimeInMillis);
        Optional.ofNullable(settings.getMaxJobsPerAcquisition()).ifPresent(jobs::setMaxJobsPerAcquisition);
        return jobs;
    }

    @Bean
    @DependsOnDatabaseInitialization
    AbstractProcessEnginePlugin planRules(ApplicationContext application, ApplicationEventPublisher events) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                Supplier<Map<String, Object>> words =
                        SingletonSupplier.of(() -> application.getBeansWithAnnotation(PlanVocabulary.class));
                engine.setExpressionManager(
                        new PlanExpressions(name -> words.get().get(name)));
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
                if (application.getEnvironment().containsProperty("noroshi.demo.begins-at")) {
                    Instant now = application.getBean(Clock.class).instant();
                    ClockUtil.offset(
                            Duration.between(Clock.systemUTC().instant(), now).toMillis());
                }
            }
        };
    }
}
