package dev.noroshi.roster;

import dev.noroshi.web.Problem;

/** There is no such rotation, or it is over. */
public class UnknownRotation extends Problem {
    UnknownRotation(long id) {
        super(Kind.UNKNOWN, "roster.rotation-unknown", id);
    }
}
