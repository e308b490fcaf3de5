package dev.noroshi.roster;

import dev.noroshi.identity.Roles;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A role that a person holds.
 *
 * @param section the name of the person's section; null for none
 * @param lineage of the section
 * @param role null for a person who holds none
 * @param standingIn whether the role is an absent person's
 * @param firstDay of the person in service; null for none
 * @param lastDay of the person in service; null for none
 * @param holderFirstDay of who holds the role
 * @param holderLastDay of who holds the role
 */
record HeldRole(
        @Nullable String section,
        @Nullable Long lineage,
        @Nullable String role,
        @Nullable Boolean standingIn,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate holderFirstDay,
        @Nullable LocalDate holderLastDay) {

    /** Whether the person is in service on the day. */
    boolean servesOn(LocalDate day) {
        return isWithin(day, firstDay, lastDay);
    }

    /**
     * Whether it counts on the day: role and person are in service. Nobody stands in for the office of an administrator or an
     * auditor.
     */
    boolean countsOn(LocalDate day) {
        return role != null
                && servesOn(day)
                && isWithin(day, holderFirstDay, holderLastDay)
                && !(Boolean.TRUE.equals(standingIn) && (role.equals(Roles.ADMIN) || role.equals(Roles.AUDITOR)));
    }

    private static boolean isWithin(LocalDate day, @Nullable LocalDate first, @Nullable LocalDate last) {
        return (first == null || !first.isAfter(day)) && (last == null || !last.isBefore(day));
    }
}
