package dev.noroshi.incident;

import dev.noroshi.web.Problem;

/** There is no such piece of evidence. */
class UnknownEvidence extends Problem {
    UnknownEvidence(String subject) {
        super(Kind.UNKNOWN, "incident.evidence-unknown", subject);
    }
}
