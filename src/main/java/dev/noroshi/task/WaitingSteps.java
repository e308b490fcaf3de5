package dev.noroshi.task;

import dev.noroshi.incident.Incidents;
import dev.noroshi.plan.Runbooks;
import dev.noroshi.workflow.Step;
import dev.noroshi.workflow.StepEvent;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps a task for each step at which the plan waits for a person, as long as it waits. */
@Component
class WaitingSteps {

    private final TaskStore store;
    private final Incidents incidents;
    private final DueTimes times;
    private final Runbooks runbooks;
    private final StepNames names;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WaitingSteps(
            TaskStore store,
            Incidents incidents,
            DueTimes times,
            Runbooks runbooks,
            StepNames names,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.incidents = incidents;
        this.times = times;
        this.runbooks = runbooks;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(StepEvent.Waiting waiting) {
        Step step = waiting.step();
        Instant now = clock.instant();
        int level = incidents.of(step.incident()).level();
        @Nullable String target = step.property("target").orElse(null);
        Task task = new Task(
                step.id(),
                step.incident(),
                step.key(),
                step.process(),
                step.element(),
                names.of(step),
                step.edition(),
                step.property("form").orElse("confirmation"),
                target,
                runbook(step),
                step.property("policy").orElse(null),
                step.property("fourEyes").orElse(null),
                step.roles(),
                null,
                Task.Status.OPEN,
                times.due(target, step.edition(), level, now),
                now,
                null,
                null);
        store.insert(task);
        events.publishEvent(new TaskEvent.Waiting(
                task.id(), task.incident(), task.element(), task.subject(), task.name(), task.roles(), task.due()));
    }

    @EventListener
    void on(StepEvent.Gone gone) {
        if (!gone.taken() && store.withdraw(gone.id(), clock.instant())) {
            store.find(gone.id())
                    .ifPresent(task -> events.publishEvent(new TaskEvent.Withdrawn(
                            task.id(), task.incident(), task.element(), task.subject(), task.name())));
        }
    }

    /** The time spent counts: what is due is counted from when the step began to wait. */
    @EventListener
    void on(StepEvent.Moved moved) {
        Step step = moved.step();
        store.find(step.id()).filter(Task::waiting).ifPresent(task -> {
            int level = incidents.of(step.incident()).level();
            @Nullable String target = step.property("target").orElse(null);
            store.revise(
                    step,
                    names.of(step),
                    moved.formerRoles(),
                    runbook(step),
                    times.due(target, step.edition(), level, task.createdAt()));
        });
    }

    private @Nullable String runbook(Step step) {
        @Nullable String named = step.property("runbook").orElse(null);
        return "by-type".equals(named)
                ? runbooks.runbookFor(incidents.of(step.incident()).type(), step.edition())
                        .orElse(null)
                : named;
    }
}
