package dev.noroshi.roster;

import dev.noroshi.web.Problem;

/** The calendar has changed since the file was compared with it. */
public class HolidaysMoved extends Problem {

    HolidaysMoved() {
        super(Kind.OUTDATED, "calendar.moved");
    }
}
