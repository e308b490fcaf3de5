package dev.noroshi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A second engine with the application's settings, on the same connections, with tables of its own and no domain. It looks for
 * jobs in the engine's own way, which asks the database about twice as often as the application's does.
 */
final class BareEngine implements AutoCloseable {

    private static final String PREFIX = "BARE_";
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    /** Answers a word of the plan: the key, {@code word.method}, the arguments. */
    interface Words {
        @Nullable
        Object answer(String key, String word, Object... given);
    }

    private final ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    private final TransactionTemplate transaction;
    private final ProcessEngine engine;
    private volatile Words words = (key, word, given) -> false;

    BareEngine(DataSource database, PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        createTables(database);
        SpringProcessEngineConfiguration settings = new SpringProcessEngineConfiguration();
        settings.setProcessEngineName("bare");
        settings.setDataSource(database);
        settings.setTransactionManager(transactions);
        settings.setDatabaseType("mysql");
        settings.setDatabaseTablePrefix(PREFIX);
        settings.setDatabaseSchemaUpdate("false");
        settings.setHistory("activity");
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.setMetricsEnabled(false);
        settings.setDbMetricsReporterActivate(false);
        settings.setAuthorizationEnabled(false);
        settings.setCmmnEnabled(false);
        settings.setStandaloneTasksEnabled(false);
        settings.setEnableHistoricInstancePermissions(false);
        settings.setHistoryTimeToLive("P3650D");
        settings.setFailedJobRetryTimeCycle("R9/PT1S");
        settings.setExpressionManager(new Expressions());
        settings.setBeans(Map.of());
        settings.setJobExecutor(executor());
        settings.setJobExecutorActivate(true);
        this.engine = settings.buildProcessEngine();
        deploy();
    }

    ProcessEngine engine() {
        return engine;
    }

    TransactionTemplate transaction() {
        return transaction;
    }

    void answer(Words answers) {
        this.words = answers;
    }

    @Override
    public void close() {
        engine.close();
        threads.shutdown();
    }

    /** As application.yml sets the application's. */
    private SpringJobExecutor executor() {
        threads.setCorePoolSize(4);
        threads.setMaxPoolSize(8);
        threads.setQueueCapacity(3);
        threads.initialize();
        SpringJobExecutor executor = new SpringJobExecutor();
        executor.setTaskExecutor(threads);
        executor.setWaitTimeInMillis(500);
        executor.setMaxWait(2_000);
        executor.setBackoffTimeInMillis(50);
        executor.setMaxBackoff(500);
        return executor;
    }

    private static void createTables(DataSource database) {
        ResourceDatabasePopulator scripts = new ResourceDatabasePopulator();
        for (String part : PARTS) {
            Resource script =
                    new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.mysql.create." + part + ".sql");
            try {
                String sql = script.getContentAsString(StandardCharsets.UTF_8)
                        .replaceAll("\\b(ACT_(GE|RE|RU|HI|ID|FK|UNIQ)_[A-Z])", PREFIX + "$1");
                scripts.addScript(new ByteArrayResource(sql.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        scripts.execute(database);
    }

    private void deploy() {
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().name("plan");
        try {
            for (Resource model : new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/*.bpmn")) {
                deployment.addInputStream(model.getFilename(), model.getInputStream());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        deployment.deploy();
    }

    private final class Expressions extends JuelExpressionManager {
        @Override
        protected ELResolver createElResolver() {
            return new Resolver();
        }
    }

    /** {@code key} is the business key, the element of a multi-instance itself; every other name is a word, whose methods the script answers. */
    private final class Resolver extends ELResolver {

        @Override
        public Object getValue(ELContext context, @Nullable Object base, Object property) {
            context.setPropertyResolved(true);
            VariableScope scope = (VariableScope) context.getContext(VariableScope.class);
            if ("key".equals(property)) {
                return ((ExecutionEntity) scope).getProcessBusinessKey();
            }
            return scope.hasVariable(String.valueOf(property)) ? scope.getVariable(String.valueOf(property)) : property;
        }

        @Override
        public @Nullable Object invoke(
                ELContext context, Object base, Object name, Class<?>[] types, Object[] arguments) {
            context.setPropertyResolved(true);
            return words.answer(String.valueOf(arguments[0]), base + "." + name, arguments);
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return Object.class;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return Collections.emptyIterator();
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }
    }
}
