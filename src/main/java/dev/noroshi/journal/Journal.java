package dev.noroshi.journal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who did and saw what: append-only, each entry with the hash of the one before it. */
@Service
public class Journal {

    /**
     * Writes down an act of {@link dev.noroshi.identity.Actors#current()} in the same transaction.
     *
     * @param act stable key, such as {@code incident.viewed} or {@code account.created}
     * @param subject the thing acted upon: a case number, an account name
     * @param detail in words, without personal data of residents
     */
    public void record(String act, String subject, @Nullable String detail) {
        throw new UnsupportedOperationException("journal");
    }
}
