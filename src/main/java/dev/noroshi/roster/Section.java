package dev.noroshi.roster;

/** A section (課) of the city; its name is how reports and cases speak of it. */
public record Section(long id, String name, String department) {}
