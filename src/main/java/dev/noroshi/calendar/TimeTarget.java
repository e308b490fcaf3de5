package dev.noroshi.calendar;

import java.util.Map;

/**
 * How long something may take, as the plan's tables say it.
 *
 * @param amount not negative
 * @param unit with its clock
 */
public record TimeTarget(int amount, Unit unit) {

    /** What is counted, on which clock. */
    public enum Unit {
        /** Minutes, day and night. */
        MINUTES,
        /** Minutes of office hours. */
        OFFICE_MINUTES,
        /** Until the close of office hours that many open days later (0 = today, or the next open day). */
        OPEN_DAYS,
        /** Calendar days of 24 hours. */
        DAYS
    }

    public TimeTarget {
        if (amount < 0) {
            throw new IllegalArgumentException("amount " + amount);
        }
    }

    /** From a row of a plan's table with the outputs {@code amount} and {@code unit}. */
    public static TimeTarget of(Map<String, Object> row) {
        if (row.get("amount") instanceof Number amount) {
            return new TimeTarget(amount.intValue(), Unit.valueOf(String.valueOf(row.get("unit"))));
        }
        throw new IllegalArgumentException("a time target without amount: " + row);
    }
}
