package dev.noroshi.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reporter gets back.
 *
 * @param receipt unguessable
 * @param incident the case's number (受付番号)
 * @param restricted the superior is not told
 * @param doNow 今すぐ行うこと: keys of the messages {@code intake.do-now.<key>}
 * @param window telephone of the single point of contact, null when the roster has none
 */
public record Receipt(
        String receipt,
        String incident,
        String type,
        boolean drill,
        boolean restricted,
        Instant receivedAt,
        List<String> doNow,
        @Nullable String window) {
    public Receipt {
        doNow = List.copyOf(doNow);
    }
}
