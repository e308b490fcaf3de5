package dev.noroshi.mail;

import dev.noroshi.calendar.CalendarCorrected;

/** Why times that letters told are others now; the letter about them says it in words. */
public sealed interface MovedBy {

    /** Days are open or closed otherwise than before. */
    record CorrectedCalendar(CalendarCorrected correction) implements MovedBy {}

    /** Facts of the case were corrected. */
    record CorrectedFacts() implements MovedBy {}

    /** The case has another level. */
    record ChangedLevel(int before, int after) implements MovedBy {}
}
