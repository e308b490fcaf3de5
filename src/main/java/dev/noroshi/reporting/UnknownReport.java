package dev.noroshi.reporting;

import dev.noroshi.web.Problem;

/** There is no such report. */
class UnknownReport extends Problem {
    UnknownReport(String id) {
        super(Kind.UNKNOWN, "report.unknown", id);
    }
}
