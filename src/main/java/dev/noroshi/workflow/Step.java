package dev.noroshi.workflow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step of the plan that waits for a person: what the model says about it.
 *
 * @param id the engine's id of this waiting, unique over all time
 * @param element the element's id in the model, such as {@code userTask_evaluate}
 * @param name its label
 * @param process the model, such as {@code triage}
 * @param key the business key it runs under
 * @param edition the edition of the plan that it belongs to
 * @param roles role keys that may take it
 * @param properties extension properties: target, form, runbook, policy, fourEyes, …
 */
public record Step(
        String id,
        String element,
        String name,
        String process,
        String key,
        String edition,
        Set<String> roles,
        Map<String, String> properties) {

    public Step {
        roles = Set.copyOf(roles);
        properties = Map.copyOf(properties);
    }

    /** The case's number: the key itself, or what stands before its suffix. */
    public String incident() {
        return BusinessKey.incidentOf(key);
    }

    public Optional<String> property(String name) {
        @Nullable String value = properties.get(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
    }
}
