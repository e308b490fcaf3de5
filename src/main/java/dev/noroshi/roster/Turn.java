package dev.noroshi.roster;

import java.time.Instant;

/**
 * An on-call turn (当番), from its first moment until before its last.
 *
 * @param rotation its number
 * @param closedOnly whether it is for nights and closed days alone
 * @param swapped whether the person takes it for another
 * @param counts false while the person does not hold the role when it begins, or now: then all who hold it are called
 */
public record Turn(
        long rotation,
        String role,
        String person,
        Instant from,
        Instant until,
        boolean closedOnly,
        boolean swapped,
        boolean counts) {}
