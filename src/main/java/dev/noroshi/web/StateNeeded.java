package dev.noroshi.web;

/** A change came without {@code If-Match}: it could undo what somebody else has just written. */
public class StateNeeded extends Problem {
    public StateNeeded() {
        super(Kind.UNCONDITIONAL, "state-needed");
    }
}
