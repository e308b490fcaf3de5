package dev.noroshi.calendar;

import java.time.LocalDate;

/** A day is open or closed otherwise than before; heard in the same transaction. */
public record DayCorrected(LocalDate day, boolean open) {}
