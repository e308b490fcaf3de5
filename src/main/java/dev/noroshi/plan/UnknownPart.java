package dev.noroshi.plan;

import dev.noroshi.web.Problem;

/** The plan has no such model or runbook. */
public class UnknownPart extends Problem {
    public UnknownPart(String key) {
        super(Kind.UNKNOWN, "plan.unknown", key);
    }
}
