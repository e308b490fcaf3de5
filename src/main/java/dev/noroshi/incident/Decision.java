package dev.noroshi.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something decided or proposed in a case; a later one of the same kind replaces it, and both stay.
 *
 * @param id grows with time
 * @param by the account
 */
public record Decision(
        long id, String kind, String value, @Nullable String reason, String by, Instant at) {

    /** What is decided about. */
    static final class Kind {
        static final String EVALUATION = "evaluation";
        static final String NOT_INCIDENT = "not-incident";
        static final String RAISE = "raise";
        static final String LOWERING = "lowering";
        static final String LOWERING_APPROVAL = "lowering-approval";
        static final String WITHDRAWAL = "withdrawal";
        static final String WITHDRAWAL_APPROVAL = "withdrawal-approval";
        static final String DETACHMENT = "detachment";
        static final String DETACHMENT_APPROVAL = "detachment-approval";
        static final String PUBLICATION = "publication";
        static final String INSTRUCTION = "instruction";
        static final String END = "end";
        static final String CAUSE = "cause";
        static final String PREVENTION = "prevention";
        static final String PREVENTION_ORDER = "prevention-order";
        static final String CLOSURE = "closure";
        static final String HANDOVER = "handover";
        static final String BCP = "bcp";
        static final String REOPENING_ASKED = "reopening-asked";
        static final String REOPENING = "reopening";

        private Kind() {}
    }
}
