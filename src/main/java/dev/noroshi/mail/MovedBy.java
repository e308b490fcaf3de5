package dev.noroshi.mail;

import dev.noroshi.calendar.DayCorrected;

/** Why times that letters told are others now; the letter about them says it in words. */
public sealed interface MovedBy {

    /** A day is open or closed otherwise than before. */
    record CorrectedCalendar(DayCorrected correction) implements MovedBy {}
}
