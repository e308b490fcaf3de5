package dev.noroshi.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An edition of the emergency response plan: its files as one unit, and what was decided about them.
 *
 * @param number counted from 1 in the order of upload, never reused
 * @param renewedFrom the earlier edition whose files it has; null for new files
 * @param digest SHA-256 over names and contents of its files, in hex
 * @param note why it was made, in the author's words; empty for none
 * @param uploadedBy account; {@code system} for what ships with the product
 * @param judgedBy account of who approved or rejected it; null before
 * @param effectiveFrom from when new cases run on it; null before its approval
 * @param deployment under which id the engine has it; null before it ran
 */
public record PlanEdition(
        int number,
        Origin origin,
        @Nullable Integer renewedFrom,
        String digest,
        String note,
        State state,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable String judgedBy,
        @Nullable Instant judgedAt,
        @Nullable String judgement,
        @Nullable Instant effectiveFrom,
        @Nullable String deployment,
        @Nullable Instant deployedAt) {

    /** Where its files came from. */
    public enum Origin {
        SHIPPED,
        UPLOADED,
        RENEWED;

        public String key() {
            return Keys.of(this);
        }
    }

    /** What has become of it. */
    public enum State {
        /** Uploaded; nobody has decided. */
        DRAFT,
        /** Waits for the moment from which it holds. */
        APPROVED,
        REJECTED,
        /** Taken back by its author. */
        WITHDRAWN,
        /** New cases run on it. */
        RUNNING,
        /** New cases ran on it; open ones may still do. */
        FORMER;

        public String key() {
            return Keys.of(this);
        }
    }

    private static final class Keys {
        static String of(Enum<?> value) {
            return value.name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
