package dev.noroshi.plan;

import dev.noroshi.plan.StepHolders.Holding;
import dev.noroshi.workflow.ElementState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One element that a case has come to.
 *
 * @param name in the reader's language; empty for an element without one
 * @param holding who holds it, for a step of a person that waits
 * @param overdue whether that person's time has gone by
 */
public record Place(ElementState at, String name, @Nullable Holding holding, boolean overdue) {

    static final Comparator<Place> SOONEST = Comparator.comparing(
                    Place::due, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(place -> place.at().since());

    /** Whether the case stands here now. */
    public boolean stands() {
        return at.stands();
    }

    /** A person's time, or when a timer ends; null without one. */
    public @Nullable Instant due() {
        return holding == null ? at.due() : holding.due();
    }

    /** Role keys that may take it; empty where nobody is waited for. */
    public List<String> roles() {
        return holding == null ? List.of() : holding.roles();
    }

    /** The account that has claimed it. */
    public @Nullable String assignee() {
        return holding == null ? null : holding.assignee();
    }

    /** The name of who has claimed it. */
    public @Nullable String assigneeName() {
        return holding == null ? null : holding.name();
    }

    /** {@code overdue}, {@code timer} where it waits for a time by itself, or the state's key. */
    public String mark() {
        if (overdue) {
            return "overdue";
        }
        return at.due() != null && at.state() == ElementState.State.ACTIVE
                ? "timer"
                : at.state().key();
    }
}
