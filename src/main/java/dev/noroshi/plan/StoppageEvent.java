package dev.noroshi.plan;

/** What people did about a stuck step; heard in the same transaction. */
public sealed interface StoppageEvent {

    String incident();

    String element();

    /** The element's Japanese name. */
    String name();

    /** It is tried once more. */
    record Retried(String incident, String element, String name) implements StoppageEvent {}

    /** Somebody wants it skipped; a second person decides. */
    record SkipProposed(String incident, String element, String name, String reason) implements StoppageEvent {}

    /** The plan goes on behind it. */
    record Skipped(String incident, String element, String name, String reason) implements StoppageEvent {}
}
