package dev.noroshi.roster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A turn that somebody else takes, as it is entered.
 *
 * @param person the roster's number of who takes it
 * @param until the first moment at which it is over
 * @param consent false to be refused when some call then reaches nobody
 */
public record SwapEntry(
        @Nullable Long person,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Boolean consent) {}
