package dev.noroshi.roster;

import org.jspecify.annotations.Nullable;

/**
 * An appointment as it stands at a moment.
 *
 * @param absence null while the holder is there
 * @param standIn the person who acts for an absent holder; null for nobody
 * @param hourly whether there are further contacts of the holder
 */
record Seat(
        String role,
        Person holder,
        @Nullable Long absence,
        @Nullable Long standIn,
        boolean hourly) {}
