package dev.noroshi.calendar;

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
}
