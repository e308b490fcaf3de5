package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of the posts of a {@link Career}.
 *
 * @param id 0 for one that is not kept yet
 * @param section any of the section's lineage
 */
record Spell(
        long id,
        @Nullable String title,
        @Nullable SectionEntity section,
        LocalDate from,
        @Nullable LocalDate until) {

    boolean isOn(LocalDate day) {
        return !from.isAfter(day) && standsOn(day);
    }

    /** Whether it stands on the day or begins later. */
    boolean standsOn(LocalDate day) {
        return until == null || !until.isBefore(day);
    }

    boolean overlaps(Spell other) {
        return standsOn(other.from) && other.standsOn(from);
    }

    /** The same title in the same section, whatever that is called by now. */
    boolean isLike(@Nullable String otherTitle, @Nullable SectionEntity other) {
        return Objects.equals(title, otherTitle)
                && (section == null ? other == null : other != null && section.isOneWith(other));
    }

    Spell endingOn(LocalDate lastDay) {
        return new Spell(id, title, section, from, lastDay);
    }
}
