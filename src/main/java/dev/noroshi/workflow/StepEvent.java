package dev.noroshi.workflow;

import java.util.Set;

/** News of steps that wait for people; heard in the engine's transaction. */
public sealed interface StepEvent {

    /** The plan has arrived at a step that a person must take. */
    record Waiting(Step step) implements StepEvent {}

    /** The plan no longer waits there: it was taken, or the way led elsewhere (a timer, a withdrawal). */
    record Gone(String id, String key, boolean taken) implements StepEvent {}

    /**
     * A step that waits now belongs to another edition, whose model may say otherwise.
     *
     * @param formerRoles whom the former model asked
     */
    record Moved(Step step, Set<String> formerRoles) implements StepEvent {}
}
