package dev.noroshi.escalation.proof;

import dev.noroshi.calendar.TimeTarget;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is called after whom on a level.
 *
 * @param level 0 to 4
 * @param target the city's target beside it; null where it has none
 */
record Climb(
        String name, int level, List<Rung> rungs, @Nullable Target target) {

    /**
     * A rung; those of no time are called together with the next one, and have its time.
     *
     * @param patience how long those called have before the next rung
     * @param telephone when the window telephones besides: always, closed or no
     * @param telephonists roles that telephone whom no letter can reach; none where the plan has no such step
     */
    record Rung(
            int number, String role, TimeTarget patience, boolean decides, String telephone, Set<String> telephonists) {

        boolean isWithNext() {
            return patience.amount() == 0;
        }
    }

    /** @param name as in the plan's table of time targets */
    record Target(String name, TimeTarget time) {}
}
