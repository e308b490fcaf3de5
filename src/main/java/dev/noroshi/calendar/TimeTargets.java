package dev.noroshi.calendar;

import java.time.Instant;
import org.springframework.stereotype.Service;

/** Turns a time target into a moment; the demo's time scale divides internal targets, never legal deadlines. */
@Service
public class TimeTargets {

    /** The moment that the target names, counted from {@code from}. */
    public Instant due(Instant from, TimeTarget target) {
        throw new UnsupportedOperationException("calendar");
    }
}
