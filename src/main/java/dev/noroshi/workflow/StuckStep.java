package dev.noroshi.workflow;

import java.time.Instant;

/**
 * An automatic step that failed so often that a person must look.
 *
 * @param id of the failed job; a new failure after a retry keeps it
 * @param process the model, such as {@code triage}
 * @param element the element's id in it
 * @param name its label; may be empty
 * @param key the business key it runs under
 * @param message what the failing code said; not for everybody's eyes
 * @param since when it was given up; whole seconds, by the engine's clock
 * @param skippable whether the plan can go on behind it: automatic steps and timers, never a step of a person
 */
public record StuckStep(
        String id,
        String process,
        String element,
        String name,
        String key,
        String message,
        Instant since,
        boolean skippable) {

    /** The case's number. */
    public String incident() {
        return BusinessKey.incidentOf(key);
    }
}
