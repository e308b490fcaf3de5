package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A line of the file.
 *
 * @param line of the file, from 1
 * @param cells of the columns that the file has; blank for nothing
 */
record SheetRow(int line, Map<SheetColumn, String> cells) {

    boolean has(SheetColumn column) {
        return cells.containsKey(column);
    }

    /** Null when blank or when the file has no such column. */
    @Nullable
    String text(SheetColumn column) {
        String cell = cells.getOrDefault(column, "");
        return cell.isEmpty() ? null : cell;
    }

    /** Null when blank; an error besides when it is no day, or none within a lifetime. */
    @Nullable
    LocalDate day(SheetColumn column, LocalDate today, List<SheetError> errors) {
        return within(column, today, errors, SheetDays::of, day -> day, "sheet-day");
    }

    /** Null when blank; an error besides when it is no moment, or none within a lifetime. */
    @Nullable
    Instant moment(SheetColumn column, LocalDate today, List<SheetError> errors) {
        return within(
                column,
                today,
                errors,
                SheetMoments::of,
                moment -> LocalDate.ofInstant(moment, BusinessCalendar.TOKYO),
                "sheet-moment");
    }

    private <T> @Nullable T within(
            SheetColumn column,
            LocalDate today,
            List<SheetError> errors,
            Function<String, Optional<T>> read,
            Function<T, LocalDate> dayOf,
            String unreadable) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        Optional<T> found = read.apply(text);
        EntryCheck check = new EntryCheck();
        check.day(column.key(), found.map(dayOf).orElse(null), today);
        if (found.isEmpty() || !check.errors().isEmpty()) {
            errors.add(SheetError.of(line, column.key(), found.isEmpty() ? unreadable : "day-far"));
            return null;
        }
        return found.get();
    }

    /** What the file says, or what is known already where the file has no such column. */
    @Nullable
    String text(SheetColumn column, @Nullable String known) {
        return has(column) ? text(column) : known;
    }
}
