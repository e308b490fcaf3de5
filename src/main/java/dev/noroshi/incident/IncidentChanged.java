package dev.noroshi.incident;

import dev.noroshi.web.Problem;

/** Somebody changed the case since the caller looked. */
class IncidentChanged extends Problem {
    IncidentChanged(String subject) {
        super(Kind.OUTDATED, "incident.changed", subject);
    }
}
