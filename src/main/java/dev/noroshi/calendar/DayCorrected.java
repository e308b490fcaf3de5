package dev.noroshi.calendar;

import java.time.LocalDate;
import java.util.List;

/** A day is open or closed otherwise than before. */
public record DayCorrected(LocalDate day, boolean open) implements CalendarCorrected {

    @Override
    public List<DayCorrected> days() {
        return List.of(this);
    }
}
