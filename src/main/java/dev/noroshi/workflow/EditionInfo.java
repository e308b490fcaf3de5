package dev.noroshi.workflow;

import java.time.Instant;

/**
 * An edition of the plan as it was deployed.
 *
 * @param number counted from 1
 */
public record EditionInfo(String id, int number, Instant deployedAt) {}
