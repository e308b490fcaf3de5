package dev.noroshi.incident;

import dev.noroshi.web.Problem;

/** More than is kept in one piece. */
class LargeFile extends Problem {
    LargeFile(String name) {
        super(Kind.TOO_LARGE, "incident.evidence-large", name, EvidenceRules.LARGEST / 1024 / 1024);
    }
}
