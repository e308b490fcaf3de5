package dev.noroshi.plan;

import dev.noroshi.web.Problem;

/** The edition was decided about already. */
class EditionOver extends Problem {
    EditionOver(int number) {
        super(Kind.STALE, "plan.edition-over", number);
    }
}
