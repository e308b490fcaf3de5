package dev.noroshi.roster;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a file changes in the roster.
 *
 * @param kind {@code section-added}, {@code section-ended}, {@code section-changed}, {@code absence-entered},
 *     {@code absence-changed}, {@code rotation-begun}, {@code rotation-changed}, {@code rotation-ended}, {@code turn-swapped},
 *     {@code person-added}, {@code person-changed}, {@code post-begun},
 *     {@code post-changed}, {@code post-ended}, {@code contact-changed}, {@code appointed},
 *     {@code appointment-changed}, {@code appointment-ended}; {@code not-in-file} for what stays because the file does not
 *     speak of it
 * @param line of the file, from 1; 0 for what is not in it
 * @param subject the person's name; the section's where it is of one; empty where it is of a role alone
 * @param role the key of the role; null where the change is not of a role
 */
public record SheetChange(
        String kind, int line, String subject, @Nullable String role, List<Value> values) {

    /**
     * A value before and after.
     *
     * @param column the column's key
     */
    public record Value(
            String column,
            @Nullable String before,
            @Nullable String after) {}

    /** Notes a value that is another than before. */
    static void differ(List<Value> values, SheetColumn column, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            values.add(new Value(
                    column.key(), before == null ? null : before.toString(), after == null ? null : after.toString()));
        }
    }
}
