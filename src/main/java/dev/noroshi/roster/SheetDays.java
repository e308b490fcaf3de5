package dev.noroshi.roster;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads days as people and spreadsheets write them. */
final class SheetDays {

    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    private SheetDays() {}

    /** The day of what lasts some days on which it is looked at: today, or the nearest of its days. */
    static LocalDate shown(LocalDate from, @Nullable LocalDate until, LocalDate today) {
        return from.isAfter(today) ? from : until != null && until.isBefore(today) ? until : today;
    }

    /** Empty for what is no day of the calendar. */
    static Optional<LocalDate> of(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(String.format(
                    "%s-%02d-%02d", day.group(1), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)))));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
