package dev.noroshi.escalation.proof;

import dev.noroshi.calendar.TimeTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is called after whom on a level.
 *
 * @param level 0 to 4
 * @param target the city's target beside it; null where it has none
 */
record Climb(
        String name, int level, List<Rung> rungs, @Nullable Target target) {

    /** @param patience how long those called have before the next rung */
    record Rung(int number, String role, TimeTarget patience, boolean decides) {}

    /** @param name as in the plan's table of time targets */
    record Target(String name, TimeTarget time) {}
}
