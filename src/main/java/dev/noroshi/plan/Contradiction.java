package dev.noroshi.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A difference between what Noroshi knows and what the engine does, as operators see it.
 *
 * @param kind {@code not-running}, {@code still-running}, {@code unknown}, {@code idle}, {@code phase}, {@code step-gone}
 *     or {@code step-unknown}
 * @param subject {@code case}, {@code call}, {@code report} or {@code task}; null where nobody knows it
 * @param key the thing's: a business key, or a step's id
 * @param incident the case's number; empty where the key tells none
 * @param process the model that runs; empty where none does
 * @param element the element concerned; empty for the thing as a whole
 * @param name the element's, in the reader's language; may be empty
 * @param since when it was found first
 */
public record Contradiction(
        String kind,
        @Nullable String subject,
        String key,
        String incident,
        String process,
        String element,
        String name,
        Instant since) {}
