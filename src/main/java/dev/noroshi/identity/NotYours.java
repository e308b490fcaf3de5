package dev.noroshi.identity;

import dev.noroshi.web.Problem;

/** The act belongs to people with other roles. */
public class NotYours extends Problem {
    public NotYours(String act) {
        super(Kind.FORBIDDEN, "not-yours", act);
    }
}
