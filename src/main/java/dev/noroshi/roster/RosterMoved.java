package dev.noroshi.roster;

import dev.noroshi.web.Problem;

/** The roster has changed since the file was compared with it. */
public class RosterMoved extends Problem {

    RosterMoved() {
        super(Kind.OUTDATED, "roster.moved");
    }
}
