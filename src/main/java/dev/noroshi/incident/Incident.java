package dev.noroshi.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case as others see it.
 *
 * @param level 0 to 4
 * @param phase detect, triage, contain, recover, review, closed
 * @param outcome incident, not-incident, near-miss, false-alarm, withdrawn; null while open
 * @param reopenings how often it was opened again after it had ended
 * @param section the roster's name, null when the report named none that it knows
 */
public record Incident(
        String number,
        String receipt,
        int level,
        boolean levelProvisional,
        String phase,
        @Nullable String outcome,
        boolean drill,
        boolean restricted,
        @Nullable String section,
        String reporterAccount,
        Instant discoveredAt,
        Instant receivedAt,
        @Nullable Instant evaluatedAt,
        @Nullable Instant closedAt,
        int reopenings,
        long version,
        Facts facts) {

    public boolean open() {
        return closedAt == null;
    }

    void requireOpen() {
        if (!open()) {
            throw new IncidentClosed(number);
        }
    }

    public String status() {
        return open() ? "open" : "closed";
    }

    public String type() {
        return facts.type();
    }
}
