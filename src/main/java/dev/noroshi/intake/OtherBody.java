package dev.noroshi.intake;

import dev.noroshi.web.Problem;

/** What was sent before under this key, or from this form, said something else; it has been taken, this has not. */
public class OtherBody extends Problem {
    OtherBody() {
        super(Kind.INVALID, "intake.other-body");
    }
}
