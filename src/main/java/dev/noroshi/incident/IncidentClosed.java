package dev.noroshi.incident;

import dev.noroshi.web.Problem;

/** The case has ended; it takes no more changes. */
class IncidentClosed extends Problem {
    IncidentClosed(String subject) {
        super(Kind.STALE, "incident.closed", subject);
    }
}
