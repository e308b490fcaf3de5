package dev.noroshi.roster;

import java.time.LocalDate;

/**
 * Somebody has looked through the roster without the step in which the plan asks for it: on the roster's page, or a program.
 *
 * @param beginsOn the period for which it counts
 */
public record RosterConfirmed(LocalDate beginsOn) {}
