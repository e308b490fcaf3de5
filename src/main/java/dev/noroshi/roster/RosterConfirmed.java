package dev.noroshi.roster;

import java.time.LocalDate;

/**
 * Somebody has looked through the roster.
 *
 * @param beginsOn the period for which it counts
 * @param by the account
 */
public record RosterConfirmed(LocalDate beginsOn, String by) {}
