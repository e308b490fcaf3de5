package dev.noroshi.identity;

import dev.noroshi.web.Problem;

/** There is no account of this name. */
class UnknownAccount extends Problem {
    UnknownAccount(String name) {
        super(Kind.UNKNOWN, "account.unknown", name);
    }
}
