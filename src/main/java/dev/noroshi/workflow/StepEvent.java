package dev.noroshi.workflow;

/** News of steps that wait for people; heard in the engine's transaction. */
public sealed interface StepEvent {

    /** The plan has arrived at a step that a person must take. */
    record Waiting(Step step) implements StepEvent {}

    /** The plan no longer waits there: it was taken, or the way led elsewhere (a timer, a withdrawal). */
    record Gone(String id, String key, boolean taken) implements StepEvent {}
}
