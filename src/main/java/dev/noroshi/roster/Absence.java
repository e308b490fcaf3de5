package dev.noroshi.roster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time at which a person is not there (不在), and who acts instead (代行).
 *
 * @param person the name
 * @param account the person's; null for one without
 * @param standIn the name; null when the next in order is called instead
 * @param until the first moment at which the person is there again
 */
public record Absence(
        long id,
        String person,
        @Nullable String account,
        @Nullable String standIn,
        Instant from,
        Instant until) {}
