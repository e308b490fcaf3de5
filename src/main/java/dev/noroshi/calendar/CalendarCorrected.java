package dev.noroshi.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Days are open or closed otherwise than before; heard in the same transaction, in which all of them count already. */
public sealed interface CalendarCorrected permits DayCorrected, HolidaysCorrected {

    /** So many are named where words stand for all of them. */
    int NAMED = 3;

    /** Those that matter most first; at least one. */
    List<DayCorrected> days();

    /** The first days, in figures. */
    default String inFigures() {
        return days().stream()
                        .limit(NAMED)
                        .map(DayCorrected::day)
                        .map(LocalDate::toString)
                        .collect(Collectors.joining(", "))
                + (days().size() > NAMED ? " …" : "");
    }
}
