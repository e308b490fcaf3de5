package dev.noroshi.escalation;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of calling one person on one rung; the lower-case name, with hyphens, stands in REST and in the table. */
enum CallOutcome {
    /** May still answer. */
    WAITING,
    ANSWERED,
    ABSENT,
    /** Named somebody else (委任). */
    DELEGATED,
    /** Did not pick up the telephone. */
    NO_ANSWER,
    /** The letter did not arrive. */
    UNREACHED,
    /** Was told for another one, and may not decide. */
    TOLD,
    /** The next one was called at once, and nobody wrote down why. */
    PASSED_OVER,
    /** Said nothing until the patience was over. */
    SILENT,
    /** Somebody else answered first. */
    SETTLED,
    WITHDRAWN;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static CallOutcome ofPassed(@Nullable String why, boolean able) {
        return Stream.of(values())
                .filter(one -> one.key().equals(why))
                .findFirst()
                .orElse(able ? PASSED_OVER : TOLD);
    }
}
