package dev.noroshi.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stuck step, as operators see it.
 *
 * @param id the stuck step's
 * @param incident empty for one of no case
 * @param name the element's, in the reader's language
 * @param reason a plain word for what is wrong: {@code rule}, {@code database}, {@code connection} or {@code other}
 * @param detail what the failing code said; for the CSIRT's lead alone
 * @param tries how often it was tried, at least
 * @param refusal why it cannot be skipped: {@code person}, {@code phase}, {@code choice}, {@code event} or {@code repeated};
 *     null where it can
 * @param proposal who wants it skipped, and why; null when nobody does
 */
public record Stoppage(
        String id,
        String incident,
        String key,
        String process,
        String element,
        String name,
        String reason,
        @Nullable String detail,
        int tries,
        Instant since,
        boolean skippable,
        @Nullable String refusal,
        @Nullable Proposal proposal) {

    /** A skip that waits for a second person. */
    public record Proposal(String by, String name, Instant at, String reason) {}
}
