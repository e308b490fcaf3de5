package dev.noroshi.plan;

/** A case now runs on another edition of the plan; heard in the same transaction. */
public record CaseMoved(String incident, int before, int after, String reason) {}
