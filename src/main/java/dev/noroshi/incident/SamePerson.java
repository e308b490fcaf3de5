package dev.noroshi.incident;

import dev.noroshi.web.Problem;

/** Applicant and approver must be two persons. */
class SamePerson extends Problem {
    SamePerson(String subject) {
        super(Kind.FORBIDDEN, "incident.same-person", subject);
    }
}
