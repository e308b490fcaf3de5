package dev.noroshi.incident;

/**
 * What a list of other things says of the case each belongs to.
 *
 * @param level 0 to 4
 */
public record IncidentHeading(String number, int level, boolean levelProvisional, String type) {}
