package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
        String text = text(column);
        if (text == null) {
            return null;
        }
        LocalDate day = SheetDays.of(text).orElse(null);
        EntryCheck check = new EntryCheck();
        check.day(column.key(), day, today);
        if (day == null || !check.errors().isEmpty()) {
            errors.add(SheetError.of(line, column.key(), day == null ? "sheet-day" : "day-far"));
            return null;
        }
        return day;
    }

    /** Null when blank; an error besides when it is no moment, or none within a lifetime. */
    @Nullable
    Instant moment(SheetColumn column, LocalDate today, List<SheetError> errors) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        Instant moment = SheetMoments.of(text).orElse(null);
        EntryCheck check = new EntryCheck();
        check.day(column.key(), moment == null ? null : LocalDate.ofInstant(moment, BusinessCalendar.TOKYO), today);
        if (moment == null || !check.errors().isEmpty()) {
            errors.add(SheetError.of(line, column.key(), moment == null ? "sheet-moment" : "day-far"));
            return null;
        }
        return moment;
    }

    /** What the file says, or what is known already where the file has no such column. */
    @Nullable
    String text(SheetColumn column, @Nullable String known) {
        return has(column) ? text(column) : known;
    }
}
