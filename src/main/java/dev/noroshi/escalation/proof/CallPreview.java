package dev.noroshi.escalation.proof;

import dev.noroshi.escalation.proof.Hole.Missed;
import dev.noroshi.roster.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who would be called, and when, if nobody answered.
 *
 * @param level {@code L0} to {@code L4}
 * @param at when the call begins
 * @param endsAt when the last ones have had their time, and the window must telephone
 */
public record CallPreview(String ladder, String level, Instant at, List<Step> steps, Instant endsAt) {

    public CallPreview {
        steps = List.copyOf(steps);
    }

    /**
     * A rung.
     *
     * @param at when it is called
     * @param people those reached, in order
     * @param byTelephone whether the window telephones them because no mail reaches any of them
     * @param skipped whether the next rung is called without waiting
     * @param reason why nobody is reached; null where somebody is
     */
    public record Step(
            int rung,
            String role,
            boolean decides,
            Instant at,
            List<Person> people,
            boolean byTelephone,
            boolean skipped,
            @Nullable String reason,
            List<Missed> missed) {}
}
