package dev.noroshi.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The deployments of the plan, one for each edition that runs or ran. */
@Component
class Deployments {

    private static final String NAME = "plan";

    /** The model that every plan has; its versions count the deployments. */
    static final String WHOLE = "incident-response";

    private final RepositoryService repository;
    private final List<EditionVeto> vetoes;
    /** What a deployment has never changes. */
    private final Map<String, Optional<String>> definitions = new ConcurrentHashMap<>();

    private final Map<String, EditionInfo> editions = new ConcurrentHashMap<>();

    Deployments(RepositoryService repository, List<EditionVeto> vetoes) {
        this.repository = repository;
        this.vetoes = List.copyOf(vetoes);
    }

    /** Deploys the files as one unit, in the caller's transaction, unless somebody objects. @return its id */
    String deploy(SortedMap<String, byte[]> files, String source) {
        vetoes.forEach(veto -> veto.requireSound(files));
        DeploymentBuilder deployment = repository.createDeployment().name(NAME).source(source);
        files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        return deployment.deploy().getId();
    }

    /** The newest that has such a model; empty before any was deployed. */
    Optional<String> newest(String model) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(model)
                        .latestVersion()
                        .singleResult())
                .map(ProcessDefinition::getDeploymentId);
    }

    /** All deployments, oldest first. */
    List<EditionInfo> all() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(WHOLE)
                .orderByProcessDefinitionVersion()
                .asc()
                .list()
                .stream()
                .map(version -> editions.computeIfAbsent(version.getDeploymentId(), this::edition))
                .toList();
    }

    private EditionInfo edition(String id) {
        return new EditionInfo(
                id,
                repository
                        .createDeploymentQuery()
                        .deploymentId(id)
                        .singleResult()
                        .getDeploymentTime()
                        .toInstant());
    }

    SortedMap<String, byte[]> files(String edition) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String name : repository.getDeploymentResourceNames(edition)) {
            files.put(name, content(name, edition));
        }
        return files;
    }

    /** The names of an edition's models, by their keys. */
    Map<String, String> models(String edition) {
        return repository.createProcessDefinitionQuery().deploymentId(edition).list().stream()
                .collect(Collectors.toMap(
                        ProcessDefinition::getKey,
                        model -> Objects.requireNonNullElse(model.getName(), model.getKey())));
    }

    /** The definition of a model; empty where the edition has no such model. */
    Optional<String> process(String key, String edition) {
        return definitions.computeIfAbsent(
                edition + "/p/" + key,
                it -> Optional.ofNullable(repository
                                .createProcessDefinitionQuery()
                                .deploymentId(edition)
                                .processDefinitionKey(key)
                                .singleResult())
                        .map(ProcessDefinition::getId));
    }

    /** The definition of a table; empty where the edition has no such table. */
    Optional<String> table(String key, String edition) {
        return definitions.computeIfAbsent(
                edition + "/d/" + key,
                it -> Optional.ofNullable(repository
                                .createDecisionDefinitionQuery()
                                .deploymentId(edition)
                                .decisionDefinitionKey(key)
                                .singleResult())
                        .map(DecisionDefinition::getId));
    }

    Optional<String> model(String file, String edition) {
        if (!repository.getDeploymentResourceNames(edition).contains(file)) {
            return Optional.empty();
        }
        return Optional.of(new String(content(file, edition), StandardCharsets.UTF_8));
    }

    private byte[] content(String file, String edition) {
        try (InputStream content = repository.getResourceAsStream(edition, file)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
