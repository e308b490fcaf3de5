package dev.noroshi.task;

import dev.noroshi.calendar.TimeTarget;
import dev.noroshi.calendar.TimeTargets;
import dev.noroshi.workflow.Processes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Until when a step shall be done, as the edition's table of time targets says. */
@Component
class DueTimes {

    private final Processes processes;
    private final TimeTargets targets;
    private final TaskStore store;

    DueTimes(Processes processes, TimeTargets targets, TaskStore store) {
        this.processes = processes;
        this.targets = targets;
        this.store = store;
    }

    /** Gives each its time on that level, counted from when it began to wait; those whose time is another one. */
    List<DueMoved> recompute(List<Task> waiting, int level) {
        List<DueMoved> moved = new ArrayList<>();
        for (Task task : waiting) {
            Instant due = due(task.target(), task.edition(), level, task.createdAt());
            if (!Objects.equals(due, task.due())) {
                moved.add(new DueMoved(task, due));
                store.due(task.id(), due);
            }
        }
        return moved;
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
