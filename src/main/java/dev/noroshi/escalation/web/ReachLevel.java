package dev.noroshi.escalation.web;

import dev.noroshi.web.InvalidInput;

/** A level as callers write it. */
final class ReachLevel {

    private ReachLevel() {}

    /** @param text {@code L0} to {@code L4} */
    static int number(String text) {
        if (!text.matches("L[0-4]")) {
            throw new InvalidInput("level", "choice");
        }
        return text.charAt(1) - '0';
    }
}
