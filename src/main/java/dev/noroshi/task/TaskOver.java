package dev.noroshi.task;

import dev.noroshi.web.Problem;

/** Nobody waits for it any more: it is done, or the plan went another way. */
class TaskOver extends Problem {
    TaskOver(String name) {
        super(Kind.STALE, "task.over", name);
    }
}
