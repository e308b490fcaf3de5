package dev.noroshi.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as it is entered; what is missing is refused with a word.
 *
 * @param person the roster's number
 * @param section the name of the section headed; required for section-manager, ignored for other roles
 * @param position 0 for the holder, then deputies in order; null for the holder
 * @param from the first day; null for today
 * @param until the last day; null for none
 * @param consent false to be refused when some call then reaches nobody
 */
public record AppointmentEntry(
        @Nullable String role,
        @Nullable Long person,
        @Nullable String section,
        @Nullable Integer position,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Boolean consent) {

    /** Of a role that heads no section, from today on. */
    public static AppointmentEntry of(String role, long person) {
        return new AppointmentEntry(role, person, null, null, null, null, null);
    }

    int place() {
        return position == null ? 0 : position;
    }
}
