package dev.noroshi.incident;

import java.time.Instant;

/**
 * One line of the timeline (経過記録); corrections are new lines.
 *
 * @param at when it happened
 * @param recordedAt when it was written down
 * @param kind its label is the message {@code incident.entry.<kind>}
 */
public record TimelineEntry(
        long id,
        Instant at,
        Instant recordedAt,
        String actor,
        String actorName,
        String kind,
        String text,
        String source) {}
