package dev.noroshi.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands at one element of the plan.
 *
 * @param process the model that holds the element
 * @param element the element's id
 * @param name its label; empty for one without (a joining gateway)
 * @param type BPMN type, such as {@code userTask}
 * @param key the business key it ran under
 * @param step the id of the {@link Step}, for one that a person takes
 * @param since when the case came here; whole seconds, by the engine's clock
 * @param until when it left; null while {@code active}
 * @param due until when it waits by itself, for a timer that waits; null for everything else
 */
public record ElementState(
        String process,
        String element,
        String name,
        String type,
        String key,
        @Nullable String step,
        State state,
        Instant since,
        @Nullable Instant until,
        @Nullable Instant due) {

    /** What became of it. */
    public enum State {
        ACTIVE,
        DONE,
        CANCELLED,
        /** Its retries are used up; an operator must look. */
        STUCK;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Whether the case stands here now. */
    public boolean stands() {
        return state == State.ACTIVE || state == State.STUCK;
    }
}
