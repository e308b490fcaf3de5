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
 * @param since when the case came here; whole seconds, by the engine's clock
 * @param until when it left; null while {@code active}
 */
public record ElementState(
        String process,
        String element,
        String name,
        String type,
        String key,
        State state,
        Instant since,
        @Nullable Instant until) {

    /** What became of it. */
    public enum State {
        ACTIVE,
        DONE,
        CANCELLED,
        /** Its retries are used up; an operator must look. */
        STUCK
    }
}
