package dev.noroshi.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that waits has another time than before.
 *
 * @param task as it was before, with the former time
 * @param due null for none any more
 */
public record DueMoved(Task task, @Nullable Instant due) {}
