package dev.noroshi.roster;

import org.jspecify.annotations.Nullable;

/**
 * An appointment as it stands at a moment.
 *
 * @param absence null while the holder is there
 * @param standIn the person who acts for an absent holder; null for nobody
 */
record Seat(Person holder, @Nullable Long absence, @Nullable Long standIn) {}
