package dev.noroshi.workflow;

/** The case has come to a part of the plan that the model marks with the property {@code phase}. */
public record PhaseEntered(String key, String phase) {}
