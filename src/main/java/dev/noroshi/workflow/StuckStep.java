package dev.noroshi.workflow;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
 * @param refusal why the plan cannot go on behind it; null where it can
 */
public record StuckStep(
        String id,
        String process,
        String element,
        String name,
        String key,
        String message,
        Instant since,
        @Nullable Refusal refusal) {

    /** Why skipping makes no sense. */
    public enum Refusal {
        /** A person's step: what fails comes before or behind it. */
        PERSON,
        /** A whole phase, or another part of the plan with steps of its own. */
        PHASE,
        /** Nobody could say which way it goes on. */
        CHOICE,
        /** It does nothing itself: what fails stands behind it. */
        EVENT,
        /** One of several at the same element. */
        REPEATED;

        /** As in messages and in REST. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean skippable() {
        return refusal == null;
    }

    /** The case's number; empty for what belongs to no case. */
    public String incident() {
        return BusinessKey.incidentIn(key).orElse("");
    }
}
