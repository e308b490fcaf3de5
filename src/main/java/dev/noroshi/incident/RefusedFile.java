package dev.noroshi.incident;

import dev.noroshi.web.Problem;

/** A file that is no evidence we may keep. */
class RefusedFile extends Problem {
    RefusedFile(String subject) {
        super(Kind.INVALID, "incident.evidence-refused", subject);
    }
}
