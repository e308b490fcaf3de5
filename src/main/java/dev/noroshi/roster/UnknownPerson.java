package dev.noroshi.roster;

import dev.noroshi.web.Problem;

/** The roster knows no such person. */
public class UnknownPerson extends Problem {
    public UnknownPerson(long id) {
        super(Kind.UNKNOWN, "roster.person-unknown", id);
    }
}
