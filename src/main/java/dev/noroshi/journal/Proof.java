package dev.noroshi.journal;

import org.jspecify.annotations.Nullable;

/**
 * What reading the whole chain came to.
 *
 * @param entries how many were read in good order
 * @param broken number of the first entry that is changed, missing or out of order; null when the chain is whole
 * @param guarded whether the database itself refuses changes
 */
public record Proof(long entries, @Nullable Long broken, boolean guarded) {
    public boolean whole() {
        return broken == null;
    }
}
