package dev.noroshi.workflow;

import java.time.Instant;

/** A deployment of the plan. */
public record EditionInfo(String id, Instant deployedAt) {}
