package dev.noroshi.roster;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That somebody looks through the roster once in a period.
 *
 * @param beginsOn the first day of the period, in Tokyo
 * @param openedAt since when it is asked for
 * @param dueAt until when it shall be done
 * @param confirmedAt null while nobody has
 * @param confirmedBy the account
 */
public record RosterConfirmation(
        LocalDate beginsOn,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy,
        @Nullable String note) {

    public boolean isOpen() {
        return confirmedAt == null;
    }

    public boolean isOverdueAt(Instant now) {
        return isOpen() && dueAt.isBefore(now);
    }
}
