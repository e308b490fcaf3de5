package dev.noroshi.roster;

import dev.noroshi.calendar.Holiday;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that is a holiday otherwise than before: by another name, no longer, or newly.
 *
 * @param before null for no holiday
 * @param after null for no holiday
 * @param effect {@code closes} or {@code opens} the city; {@code state-closes} or {@code state-opens} the offices of the state
 *     alone, as the city has corrected the day for itself; {@code none}, as on a Saturday
 */
public record HolidayChange(
        LocalDate day, @Nullable Holiday before, @Nullable Holiday after, String effect) {

    boolean moves() {
        return !effect.equals("none");
    }

    boolean opens() {
        return effect.endsWith("opens");
    }
}
