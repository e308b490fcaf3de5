package dev.noroshi.escalation.proof;

import dev.noroshi.roster.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is called after whom for one purpose, on the levels on which it is the same: what hangs on the wall.
 *
 * @param levels {@code L0} to {@code L4}
 */
public record CallTree(String ladder, List<String> levels, List<Rung> rungs) {

    public CallTree {
        levels = List.copyOf(levels);
        rungs = List.copyOf(rungs);
    }

    /**
     * A rung.
     *
     * @param amount how long those called have before the next rung; 0 where they are called together with the next one
     * @param unit MINUTES, OFFICE_MINUTES, OPEN_DAYS or DAYS
     * @param decides whether they are asked to decide; else they are told
     * @param telephone when the window telephones besides: always, closed or no
     * @param holders holder first, then deputies in order; empty where nobody holds the role
     */
    public record Rung(
            int rung, String role, int amount, String unit, boolean decides, String telephone, List<Holder> holders) {}

    /**
     * Who holds the role.
     *
     * @param person with the contacts of office hours
     * @param outside with those outside office hours; null where they are the same
     * @param away whether they are absent now
     * @param standIn who acts for them while they are absent
     */
    public record Holder(
            Person person,
            @Nullable Person outside,
            boolean away,
            @Nullable Person standIn) {}
}
