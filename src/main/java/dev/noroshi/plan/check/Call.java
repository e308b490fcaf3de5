package dev.noroshi.plan.check;

import java.util.List;

/** A call of a word, as written: {@code word.method(arguments)}. */
record Call(String word, String method, List<Argument> arguments) {

    /** What an argument is. */
    enum Kind {
        NAME,
        TEXT,
        NUMBER
    }

    /** @param value without quotes */
    record Argument(Kind kind, String value) {}
}
