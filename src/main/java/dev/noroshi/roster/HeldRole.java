package dev.noroshi.roster;

import dev.noroshi.identity.Roles;
import org.jspecify.annotations.Nullable;

/**
 * A role that a person holds.
 *
 * @param section the name of the person's section; null for none
 * @param lineage of the section
 * @param role null for a person who holds none
 * @param standingIn whether the role is an absent person's
 */
record HeldRole(
        @Nullable String section,
        @Nullable Long lineage,
        @Nullable String role,
        @Nullable Boolean standingIn) {

    /** Whether it counts now. Nobody stands in for the office of an administrator or an auditor. */
    boolean counts() {
        return role != null
                && !(Boolean.TRUE.equals(standingIn) && (role.equals(Roles.ADMIN) || role.equals(Roles.AUDITOR)));
    }
}
