package dev.noroshi.identity;

import dev.noroshi.web.Problem;

/** The name is taken. */
class AccountExists extends Problem {
    AccountExists(String name) {
        super(Kind.STALE, "account.exists", name);
    }
}
