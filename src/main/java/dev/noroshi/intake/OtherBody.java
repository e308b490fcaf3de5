package dev.noroshi.intake;

import dev.noroshi.web.Problem;

/** The same Idempotency-Key came with another body. */
class OtherBody extends Problem {
    OtherBody() {
        super(Kind.INVALID, "intake.other-body");
    }
}
