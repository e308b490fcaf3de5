package dev.noroshi.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal.
 *
 * @param at in UTC, to the microsecond
 * @param name of the person at that time
 * @param act stable key, such as {@code incident.viewed}
 * @param detail empty or null when nothing more was said, or when its case is kept from the reader
 */
public record JournalEntry(
        long id,
        Instant at,
        String account,
        String name,
        String act,
        String subject,
        @Nullable String detail) {

    JournalEntry withoutDetail() {
        return new JournalEntry(id, at, account, name, act, subject, null);
    }
}
