package dev.noroshi.plan;

import dev.noroshi.web.Problem;

/** Who made the edition does not approve it (兼務の禁止). */
class SameAuthor extends Problem {
    SameAuthor(int number) {
        super(Kind.FORBIDDEN, "plan.same-author", number);
    }
}
