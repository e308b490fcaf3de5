package dev.noroshi.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A piece of evidence (証拠品) with its hash and who took it. */
public record EvidenceItem(
        String id,
        String name,
        String mediaType,
        long size,
        String sha256,
        String takenBy,
        Instant takenAt,
        @Nullable String note) {}
