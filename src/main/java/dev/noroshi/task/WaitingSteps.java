package dev.noroshi.task;

import dev.noroshi.incident.Incidents;
import dev.noroshi.plan.Runbooks;
import dev.noroshi.roster.RosterConfirmations;
import dev.noroshi.workflow.BusinessKey;
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
    private final RosterConfirmations confirmations;
    private final DueTimes times;
    private final Runbooks runbooks;
    private final StepNames names;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WaitingSteps(
            TaskStore store,
            Incidents incidents,
            RosterConfirmations confirmations,
            DueTimes times,
            Runbooks runbooks,
            StepNames names,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.incidents = incidents;
        this.confirmations = confirmations;
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
        Task task = new Task(
                step.id(),
                BusinessKey.ownerOf(step.key()),
                step.key(),
                step.process(),
                step.element(),
                names.of(step),
                step.edition(),
                step.property("form").orElse("confirmation"),
                step.property("target").orElse(null),
                runbook(step),
                step.property("policy").orElse(null),
                step.property("fourEyes").orElse(null),
                step.roles(),
                null,
                Task.Status.OPEN,
                due(step, now),
                now,
                null,
                null);
        store.insert(task);
        if (task.ofCase()) {
            events.publishEvent(new TaskEvent.Waiting(
                    task.id(), task.incident(), task.element(), task.subject(), task.name(), task.roles(), task.due()));
        }
    }

    /** On the level of the case; what is of the roster has the lowest, and the confirmation keeps the time first said. */
    private @Nullable Instant due(Step step, Instant from) {
        @Nullable String target = step.property("target").orElse(null);
        if (BusinessKey.ofCase(step.key())) {
            return times.due(
                    target, step.edition(), incidents.of(step.incident()).level(), from);
        }
        @Nullable Instant due = times.due(target, step.edition(), 0, from);
        return step.property("form").filter(RosterConfirmations.FORM::equals).isPresent()
                ? confirmations.expect(step.key(), due)
                : due;
    }

    @EventListener
    void on(StepEvent.Gone gone) {
        if (!gone.taken() && store.withdraw(gone.id(), clock.instant())) {
            store.find(gone.id())
                    .filter(Task::ofCase)
                    .ifPresent(task -> events.publishEvent(new TaskEvent.Withdrawn(
                            task.id(), task.incident(), task.element(), task.subject(), task.name())));
        }
    }

    /** The time spent counts: what is due is counted from when the step began to wait. */
    @EventListener
    void on(StepEvent.Moved moved) {
        Step step = moved.step();
        store.find(step.id()).filter(Task::waiting).ifPresent(task -> {
            store.revise(step, names.of(step), moved.formerRoles(), runbook(step), due(step, task.createdAt()));
        });
    }

    private @Nullable String runbook(Step step) {
        @Nullable String named = step.property("runbook").orElse(null);
        if (!"by-type".equals(named)) {
            return named;
        }
        return BusinessKey.ofCase(step.key())
                ? runbooks.runbookFor(incidents.of(step.incident()).type(), step.edition())
                        .orElse(null)
                : null;
    }
}
