package dev.noroshi.incident.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.noroshi.incident.Facts;
import dev.noroshi.incident.Incident;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case as REST tells it.
 *
 * @param outcome null while open
 * @param reopenings how often it was opened again after it had ended
 * @param level {@code L0} to {@code L4}
 */
record IncidentView(
        String number,
        String receipt,
        String type,
        String phase,
        String status,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String outcome,

        String level,
        boolean levelProvisional,
        boolean drill,
        boolean restricted,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String section,

        Instant discoveredAt,
        Instant receivedAt,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant evaluatedAt,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant closedAt,

        int reopenings,
        Facts facts,
        long version) {

    static IncidentView of(Incident incident) {
        return new IncidentView(
                incident.number(),
                incident.receipt(),
                incident.type(),
                incident.phase(),
                incident.status(),
                incident.outcome(),
                "L" + incident.level(),
                incident.levelProvisional(),
                incident.drill(),
                incident.restricted(),
                incident.section(),
                incident.discoveredAt(),
                incident.receivedAt(),
                incident.evaluatedAt(),
                incident.closedAt(),
                incident.reopenings(),
                incident.facts(),
                incident.version());
    }
}
