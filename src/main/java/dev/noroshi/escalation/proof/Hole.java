package dev.noroshi.escalation.proof;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rung that reaches nobody, or somebody by telephone only, for calls that begin from {@code from} until before {@code until}.
 *
 * @param level {@code L0} to {@code L4}
 * @param rung 1 for the first; null when the ladder has none on that level
 * @param role whom the rung calls; null without a rung
 * @param calledAt when the rung is called of a call that begins at {@code from}
 * @param people those who would be called, and why each of them is not reached
 * @param nobody whether the whole ladder reaches nobody
 */
public record Hole(
        String ladder,
        String level,
        @Nullable Integer rung,
        @Nullable String role,
        Reason reason,
        List<Missed> people,
        boolean nobody,
        Instant from,
        Instant until,
        Instant calledAt) {

    /** @param standIn who should act for an absent person; null for nobody */
    public record Missed(String name, @Nullable String standIn, Reason reason) {}

    /** Why nobody is reached. */
    public enum Reason {
        /** Nobody holds the role. */
        UNHELD,
        /** Who holds it is not in service yet, or no longer: the first day is to come or the last has passed. */
        OUT_OF_SERVICE,
        /** Who holds it is absent, and nobody stands in. */
        ABSENT,
        /** Who stands in is absent too. */
        DEPUTY_ABSENT,
        /** Who is called has neither mail address nor telephone. */
        NO_ADDRESS,
        /** Who is called has a telephone only, and the plan has no step in which somebody telephones. */
        NO_TELEPHONE_STEP,
        /** Who is called has a telephone only, and no mail reaches those who must telephone. */
        WINDOW_AWAY,
        /** Letters to the address came back lately. */
        BOUNCED,
        /** Every rung calls one and the same person. */
        SAME_PERSON,
        /** The plan's table has no rung for the level. */
        NO_RUNG,
        /** No hole: who is called has no mail address, and is reached by telephone. */
        BY_TELEPHONE;

        /** For messages and JSON, such as {@code no-address}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether it is the same rung of the same ladder on the same level; a ladder that fails as a whole is worse. */
    boolean isOn(Hole other) {
        return ladder.equals(other.ladder)
                && level.equals(other.level)
                && Objects.equals(rung, other.rung)
                && (nobody || !other.nobody);
    }

    boolean isByTelephone() {
        return reason == Reason.BY_TELEPHONE;
    }

    Hole at(Instant begins, Instant ends, Instant called) {
        return new Hole(ladder, level, rung, role, reason, people, nobody, begins, ends, called);
    }
}
