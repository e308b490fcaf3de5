package dev.noroshi.escalation.proof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long it lasts at most until an official is called, when all before stay silent.
 *
 * @param level {@code L0} to {@code L4}
 * @param decides whether the decision is then in their hands
 * @param office for calls that begin in office hours; null when there is none that reaches the rung
 * @param closed for calls that begin at night or on a closed day
 * @param target the city's; null where it has none
 */
public record Worst(
        String ladder,
        String level,
        int rung,
        String role,
        boolean decides,
        @Nullable Wait office,
        @Nullable Wait closed,
        @Nullable Target target) {

    /**
     * @param minutes begun ones count
     * @param from when such a call begins
     */
    public record Wait(long minutes, Instant from) {}

    /** @param name as in the plan's table; {@code officeMinutes} and {@code closedMinutes} at most, by the beginning */
    public record Target(String name, int amount, String unit, long officeMinutes, long closedMinutes) {}
}
