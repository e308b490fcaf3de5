package dev.noroshi.identity;

import java.time.LocalDate;

/**
 * An account as administrators see it.
 *
 * @param administrator administers by the account itself, whatever the roster says: the first one has no roster yet
 * @param demo made by the embedded demo; a production start refuses to run with one
 * @param permittedUntil last day of the fiscal year that the account's roles count in
 */
public record Account(
        String name,
        String displayName,
        boolean administrator,
        boolean demo,
        boolean enabled,
        LocalDate permittedUntil) {}
