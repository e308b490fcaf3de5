package dev.noroshi.roster;

import org.jspecify.annotations.Nullable;

/**
 * A contact as it is entered; what is missing is refused with a word.
 *
 * @param hours null for always
 * @param consent false to be refused when some call then reaches nobody
 */
public record ContactEntry(
        @Nullable String kind,
        @Nullable String hours,
        @Nullable String value,
        @Nullable Boolean consent) {}
