package dev.noroshi.intake;

import dev.noroshi.web.Problem;

/** There is no such receipt, or it is somebody else's. */
class UnknownReceipt extends Problem {
    UnknownReceipt() {
        super(Kind.UNKNOWN, "intake.receipt-unknown");
    }
}
