package dev.noroshi.reporting;

import dev.noroshi.web.Problem;

/** Whoever drafted a report may not approve it (兼務の禁止). */
class AuthorMayNotApprove extends Problem {
    AuthorMayNotApprove(String id) {
        super(Kind.FORBIDDEN, "report.author-may-not-approve", id);
    }
}
