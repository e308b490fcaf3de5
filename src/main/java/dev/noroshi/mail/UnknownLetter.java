package dev.noroshi.mail;

import dev.noroshi.web.Problem;

/** No letter of that number waits for being sent again, as far as the person asking may know; or none has that name. */
public final class UnknownLetter extends Problem {

    UnknownLetter(Object id) {
        super(Kind.UNKNOWN, "mail.unknown-letter", id);
    }
}
