package dev.noroshi.incident;

import dev.noroshi.web.Problem;

/** What is stored is no longer what was taken in. */
class DamagedEvidence extends Problem {
    DamagedEvidence(String name) {
        super(Kind.STALE, "incident.evidence-damaged", name);
    }
}
