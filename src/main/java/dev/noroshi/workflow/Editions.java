package dev.noroshi.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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

    private final List<EditionVeto> vetoes;

    Editions(RepositoryService repository, List<EditionVeto> vetoes) {
        this.repository = repository;
        this.vetoes = vetoes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        SortedMap<String, byte[]> files = shipped();
        vetoes.forEach(veto -> veto.requireSound(files));
        DeploymentBuilder deployment =
                repository.createDeployment().name(NAME).source("shipped").enableDuplicateFiltering(false);
        files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        deployment.deploy();
    }

    private static SortedMap<String, byte[]> shipped() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try {
            for (Resource model : new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/*.*mn")) {
                files.put(Objects.requireNonNull(model.getFilename()), model.getContentAsByteArray());
            }
            return files;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
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

    boolean hasTable(String key, String edition) {
        return definitions.containsKey(edition + "/d/" + key)
                || repository
                                .createDecisionDefinitionQuery()
                                .deploymentId(edition)
                                .decisionDefinitionKey(key)
                                .count()
                        > 0;
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
