package dev.noroshi.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who holds the steps that wait; answered by who keeps the tasks. */
public interface StepHolders {

    /**
     * Who holds one step.
     *
     * @param roles role keys that may take it
     * @param assignee the account that has claimed it
     * @param name that person's name, as shown to people
     * @param due until when; null without a time
     */
    record Holding(
            List<String> roles,
            @Nullable String assignee,
            @Nullable String name,
            @Nullable Instant due) {}

    /** By the step's id, all steps of the case that wait. */
    Map<String, Holding> holdings(String incident);
}
