package dev.noroshi.identity;

import java.time.Instant;

/**
 * An API token as administrators see it; its secret is kept only as a hash.
 *
 * @param label what it is for
 * @param state whether it opens anything now
 */
public record ApiToken(
        long id,
        String account,
        String label,
        TokenScope scope,
        String grantedBy,
        Instant createdAt,
        Instant expiresAt,
        State state) {

    /** Whether a token opens anything. */
    public enum State {
        VALID,
        EXPIRED,
        REVOKED;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
