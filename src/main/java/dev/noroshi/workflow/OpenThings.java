package dev.noroshi.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Things of one kind that are open just as long as the plan works on them; implemented by who keeps them. */
public interface OpenThings {

    /** What they are: all but a task are a business key under which a model runs; a task is a step that waits. */
    enum Kind {
        CASE,
        CALL,
        REPORT,
        MEASURE,
        ROSTER,
        TASK
    }

    /**
     * @param key the business key; of a task the step's id
     * @param incident the case's number; that of the roster is {@link BusinessKey#ROSTER}
     * @param place of a case its phase, {@code closed} at the end; of a task the element's id; null for others
     * @param name of a task its name; null for others
     */
    record Thing(
            String key,
            String incident,
            boolean open,
            @Nullable String place,
            @Nullable String name) {}

    Kind kind();

    /** The open ones, and those that contradict themselves, by ascending key: up to {@code limit} behind {@code key}. */
    List<Thing> after(String key, int limit);

    /** Those of the keys that are known, open or over. */
    Map<String, Thing> of(Collection<String> keys);
}
