package dev.noroshi.incident;

import dev.noroshi.web.Problem;

/** What has not ended cannot be opened again. */
class StillOpen extends Problem {
    StillOpen(String subject) {
        super(Kind.STALE, "incident.still-open", subject);
    }
}
