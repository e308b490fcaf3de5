package dev.noroshi.task;

import dev.noroshi.web.Problem;

class UnknownTask extends Problem {
    UnknownTask(String id) {
        super(Kind.UNKNOWN, "task.unknown", id);
    }
}
