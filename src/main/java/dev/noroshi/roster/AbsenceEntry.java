package dev.noroshi.roster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An absence as it is entered; what is missing is refused with a word.
 *
 * @param person the roster's number of the person; null for the person acting
 * @param standIn the roster's number of who acts instead; null for the next in order
 * @param from null for now
 * @param until the first moment at which the person is there again
 * @param consent false to be refused when some call then reaches nobody; null and true to go on all the same
 */
public record AbsenceEntry(
        @Nullable Long person,
        @Nullable Long standIn,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Boolean consent) {

    boolean isCautious() {
        return Boolean.FALSE.equals(consent);
    }
}
