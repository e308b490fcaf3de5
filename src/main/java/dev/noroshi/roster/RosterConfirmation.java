package dev.noroshi.roster;

import dev.noroshi.workflow.BusinessKey;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That somebody looks through the roster once in a period.
 *
 * @param beginsOn the first day of the period, in Tokyo
 * @param openedAt since when it is asked for
 * @param dueAt until when it shall be done; null before the plan waits for it
 * @param remindedAt when the plan last wrote of it
 * @param confirmedAt null while nobody has
 * @param confirmedBy the account
 */
public record RosterConfirmation(
        LocalDate beginsOn,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Instant remindedAt,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy,
        @Nullable String note) {

    /** The business key under which the plan works on it. */
    public String key() {
        return BusinessKey.ofPeriod(beginsOn);
    }

    public boolean isOpen() {
        return confirmedAt == null;
    }

    public boolean isOverdueAt(Instant now) {
        return isOpen() && dueAt != null && dueAt.isBefore(now);
    }
}
