package dev.noroshi.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** {@code Idempotency-Key}: the same key and body of a caller get the same answer; another body is refused. */
@Service
public class IdempotentRequests {

    private record Earlier(String bodyHash, @Nullable String answer) {}

    /** The key was used for something else. */
    static final class OtherBody extends Problem {
        OtherBody() {
            super(Kind.INVALID, "idempotency.mismatch");
        }
    }

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    IdempotentRequests(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Does the act once per key, in one transaction with its answer. A second request with the key waits for the first.
     *
     * @param key null: the act is done
     */
    @Transactional
    public <T> T once(String caller, @Nullable String key, Object body, Class<T> kind, Supplier<T> act) {
        if (key == null) {
            return act.get();
        }
        if (key.isBlank() || key.length() > 100) {
            throw new InvalidInput("Idempotency-Key", "length", 1, 100);
        }
        String hash = hash(json.writeValueAsString(body));
        // an exclusive lock from the start: shared ones of several repeats would end in a deadlock
        database.sql("insert into idempotency_key (caller, request_key, body_hash, created_at)"
                        + " values (?, ?, ?, ?) on duplicate key update caller = caller")
                .params(caller, key, hash, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        Earlier earlier = database.sql("select body_hash, answer from idempotency_key"
                        + " where caller = ? and request_key = ? for update")
                .params(caller, key)
                .query(Earlier.class)
                .single();
        if (!earlier.bodyHash().equals(hash)) {
            throw new OtherBody();
        }
        if (earlier.answer() != null) {
            return json.readValue(earlier.answer(), kind);
        }
        T answer = act.get();
        database.sql("update idempotency_key set answer = ? where caller = ? and request_key = ?")
                .params(json.writeValueAsString(answer), caller, key)
                .update();
        return answer;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
