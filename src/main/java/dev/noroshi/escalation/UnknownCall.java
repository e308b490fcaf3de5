package dev.noroshi.escalation;

import dev.noroshi.web.Problem;

/** There is no such call, or the caller may not know that there is. */
class UnknownCall extends Problem {
    UnknownCall(String id) {
        super(Kind.UNKNOWN, "escalation.unknown", id);
    }
}
