package dev.noroshi.intake;

import dev.noroshi.web.InvalidInput;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sending of a report: who sends the same one twice has made one case.
 *
 * @param key unique per caller: the form's token or the Idempotency-Key
 * @param body as it came
 */
public record Submission(String key, String body) {

    private static final int LONGEST = 100;

    /** By REST; without an Idempotency-Key each sending is a new one. */
    public static Submission byRest(@Nullable String idempotencyKey, String body) {
        if (idempotencyKey == null) {
            return new Submission(UUID.randomUUID().toString(), body);
        }
        if (idempotencyKey.isBlank() || idempotencyKey.length() > LONGEST - 2) {
            throw new InvalidInput("Idempotency-Key", "length", 1, LONGEST - 2);
        }
        return new Submission("i:" + idempotencyKey, body);
    }

    /** By the form: its token tells a second click from a second report. */
    public static Submission byForm(@Nullable String token, String body) {
        boolean usable = token != null && !token.isBlank() && token.length() <= LONGEST - 2;
        return new Submission("f:" + (usable ? token : UUID.randomUUID()), body);
    }
}
