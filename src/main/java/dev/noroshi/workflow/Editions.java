package dev.noroshi.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The deployments of the plan; the shipped one is deployed at start-up when it differs from the newest. */
@Component
class Editions implements SmartInitializingSingleton {

    private static final String NAME = "plan";

    private final RepositoryService repository;
    private final Map<String, String> definitions = new ConcurrentHashMap<>();

    Editions(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        DeploymentBuilder deployment =
                repository.createDeployment().name(NAME).source("shipped").enableDuplicateFiltering(false);
        try {
            Resource[] models = new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/*.*mn");
            Arrays.sort(models, Comparator.comparing(model -> Objects.requireNonNull(model.getFilename())));
            for (Resource model : models) {
                try (InputStream content = model.getInputStream()) {
                    deployment.addInputStream(Objects.requireNonNull(model.getFilename()), content);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        deployment.deploy();
    }

    String newest() {
        return repository
                .createDeploymentQuery()
                .deploymentName(NAME)
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .map(Deployment::getId)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no plan is deployed"));
    }

    String process(String key, String edition) {
        return definitions.computeIfAbsent(edition + "/p/" + key, it -> {
            @Nullable
            ProcessDefinition found = repository
                    .createProcessDefinitionQuery()
                    .deploymentId(edition)
                    .processDefinitionKey(key)
                    .singleResult();
            return Objects.requireNonNull(found, () -> "the edition has no model " + key)
                    .getId();
        });
    }

    String table(String key, String edition) {
        return definitions.computeIfAbsent(edition + "/d/" + key, it -> {
            @Nullable
            DecisionDefinition found = repository
                    .createDecisionDefinitionQuery()
                    .deploymentId(edition)
                    .decisionDefinitionKey(key)
                    .singleResult();
            return Objects.requireNonNull(found, () -> "the edition has no table " + key)
                    .getId();
        });
    }

    Optional<String> model(String file, String edition) {
        if (!repository.getDeploymentResourceNames(edition).contains(file)) {
            return Optional.empty();
        }
        try (InputStream content = repository.getResourceAsStream(edition, file)) {
            return Optional.of(new String(content.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
