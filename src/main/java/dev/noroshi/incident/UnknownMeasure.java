package dev.noroshi.incident;

import dev.noroshi.web.Problem;

/** There is no such measure, or the caller may not know that there is. */
class UnknownMeasure extends Problem {
    UnknownMeasure(String id) {
        super(Kind.UNKNOWN, "incident.measure-unknown", id);
    }
}
