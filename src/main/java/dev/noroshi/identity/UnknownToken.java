package dev.noroshi.identity;

import dev.noroshi.web.Problem;

/** There is no API token of this number. */
class UnknownToken extends Problem {
    UnknownToken(long id) {
        super(Kind.UNKNOWN, "token.unknown", String.valueOf(id));
    }
}
