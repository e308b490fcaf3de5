package dev.noroshi.task;

import dev.noroshi.incident.Saying;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** News of steps of cases that people take; heard in the transaction that made them. */
public sealed interface TaskEvent {
    String id();

    String incident();

    String element();

    /** The element, with the segment where it may wait for several at once ({@link Task#subject()}). */
    String subject();

    String name();

    /** A step waits for one of these roles. */
    record Waiting(
            String id,
            String incident,
            String element,
            String subject,
            String name,
            Set<String> roles,
            @Nullable Instant due)
            implements TaskEvent {}

    record Claimed(String id, String incident, String element, String subject, String name) implements TaskEvent {}

    record Released(String id, String incident, String element, String subject, String name) implements TaskEvent {}

    /** @param answers what was filled in, a line for each */
    record Completed(String id, String incident, String element, String subject, String name, List<Saying> answers)
            implements TaskEvent {}

    /** The plan no longer asks for it. */
    record Withdrawn(String id, String incident, String element, String subject, String name) implements TaskEvent {}
}
