package dev.noroshi.workflow;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something on which what we know and what the engine does contradict each other.
 *
 * @param subject what kind of thing; null where nobody knows it
 * @param key the thing's: a business key, or a step's id
 * @param incident the case's number, or {@link BusinessKey#ROSTER}; empty where the key tells none
 * @param process the model that runs; empty where none does
 * @param element the element concerned; empty for the thing as a whole
 * @param name the element's; may be empty
 */
public record Difference(
        Kind kind,
        OpenThings.@Nullable Kind subject,
        String key,
        String incident,
        String process,
        String element,
        String name) {

    /** In what they contradict each other. */
    public enum Kind {
        /** Open here, and no model runs for it. */
        NOT_RUNNING,
        /** Over here, and a model still runs for it. */
        STILL_RUNNING,
        /** A model runs for something that nobody keeps. */
        UNKNOWN,
        /** A model has come to an element and waits for nothing, so that it stands there for ever. */
        IDLE,
        /** The phase of the case is not the one where its model stands. */
        PHASE,
        /** A task is open here, and no step waits for it. */
        STEP_GONE,
        /** A step waits, and nobody has an open task for it. */
        STEP_UNKNOWN;

        /** As in messages and in REST. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
