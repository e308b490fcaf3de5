package dev.noroshi.roster;

import org.jspecify.annotations.Nullable;

/**
 * A role that a person holds.
 *
 * @param section the name of the person's section; null for none
 * @param role null for a person who holds none
 */
record HeldRole(@Nullable String section, @Nullable String role) {}
