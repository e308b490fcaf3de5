package dev.noroshi.task;

import dev.noroshi.web.Problem;

/** Somebody else has the task. */
class TaskTaken extends Problem {
    TaskTaken(String by) {
        super(Kind.STALE, "task.taken", by);
    }
}
