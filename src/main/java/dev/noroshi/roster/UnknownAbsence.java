package dev.noroshi.roster;

import dev.noroshi.web.Problem;

/** The roster has no such absence, or it is over. */
public class UnknownAbsence extends Problem {
    public UnknownAbsence(long id) {
        super(Kind.UNKNOWN, "roster.absence-unknown", id);
    }
}
