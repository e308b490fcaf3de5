package dev.noroshi.task;

import dev.noroshi.calendar.TimeTarget;
import dev.noroshi.calendar.TimeTargets;
import dev.noroshi.workflow.Processes;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Until when a step shall be done, as the edition's table of time targets says. */
@Component
class DueTimes {

    private final Processes processes;
    private final TimeTargets targets;

    DueTimes(Processes processes, TimeTargets targets) {
        this.processes = processes;
        this.targets = targets;
    }

    /** Null for a step without a target. */
    @Nullable
    Instant due(@Nullable String target, String edition, int level, Instant from) {
        if (target == null) {
            return null;
        }
        return processes.decide("time-targets", edition, Map.of("target", target, "level", (long) level)).stream()
                .findFirst()
                .map(TimeTarget::of)
                .map(it -> targets.due(from, it))
                .orElse(null);
    }
}
