package dev.noroshi.incident;

import dev.noroshi.web.Problem;

/** An earlier proposal still waits for its second person. */
class ProposalPending extends Problem {
    ProposalPending(String subject) {
        super(Kind.STALE, "incident.proposal-pending", subject);
    }
}
