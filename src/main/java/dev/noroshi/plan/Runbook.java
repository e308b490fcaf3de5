package dev.noroshi.plan;

import java.util.List;

/**
 * A procedure (手順書) for a kind of incident, in one language.
 *
 * @param key such as {@code RB-01}
 * @param types incident types that it is for
 * @param phases of the plan in which it helps, in the plan's order
 * @param roles who works with it
 * @param html the whole text, rendered; what looks like markup in it is shown, not obeyed
 * @param steps its checklist, phase after phase
 */
public record Runbook(
        String key,
        String title,
        List<String> types,
        List<String> phases,
        List<String> roles,
        String html,
        List<RunbookStep> steps) {

    public Runbook {
        types = List.copyOf(types);
        phases = List.copyOf(phases);
        roles = List.copyOf(roles);
        steps = List.copyOf(steps);
    }

    public List<RunbookStep> stepsOf(String phase) {
        return steps.stream().filter(step -> step.phase().equals(phase)).toList();
    }
}
