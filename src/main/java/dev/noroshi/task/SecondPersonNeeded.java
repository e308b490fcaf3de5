package dev.noroshi.task;

import dev.noroshi.web.Problem;

/** 兼務の禁止: who took the earlier step may not take this one. */
class SecondPersonNeeded extends Problem {
    SecondPersonNeeded(String name) {
        super(Kind.FORBIDDEN, "task.second-person", name);
    }
}
