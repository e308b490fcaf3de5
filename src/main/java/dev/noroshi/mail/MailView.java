package dev.noroshi.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as people of the case see it, without the secret that an answer must carry.
 *
 * @param id such as {@code out-12}; {@code number} is its part after the dash
 * @param direction {@code in} or {@code out}
 * @param at queued or received
 * @param state out: queued, sent, failed, bounced, withheld, gathered (waits for a list), listed (left in one);
 *     in: stored, answer, aside, handled
 * @param reason why a mail that came in is no answer
 * @param answer what a reply says: acknowledged, absent, unclear
 * @param body the letter, or the first lines of a reply; null for a list of letters
 */
public record MailView(
        String id,
        String direction,
        @Nullable String incident,
        @Nullable String from,
        List<String> to,
        @Nullable String subject,
        @Nullable String body,
        String state,
        @Nullable String reason,
        @Nullable String answer,
        Instant at,
        @Nullable Instant sentAt,
        int attempts,
        @Nullable String lastError,
        boolean drill) {

    public long number() {
        return Long.parseLong(id.substring(id.indexOf('-') + 1));
    }
}
