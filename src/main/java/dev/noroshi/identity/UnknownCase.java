package dev.noroshi.identity;

import dev.noroshi.web.Problem;

/** There is no such case, or the caller may not know that there is. */
public class UnknownCase extends Problem {
    public UnknownCase(String incident) {
        super(Kind.UNKNOWN, "incident.unknown", incident);
    }
}
