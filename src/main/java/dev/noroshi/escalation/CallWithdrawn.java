package dev.noroshi.escalation;

import dev.noroshi.web.Problem;

/** The case has ended; the call waits for nobody any more. */
class CallWithdrawn extends Problem {
    CallWithdrawn(String id) {
        super(Kind.STALE, "escalation.withdrawn", id);
    }
}
