package dev.noroshi.journal;

import dev.noroshi.identity.AccountEvent;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who did and saw what: append-only, each entry with the hash of the one before it. */
@Service
public class Journal {

    private record Head(long lastId, String lastHash) {}

    private final JdbcClient database;
    private final Clock clock;

    Journal(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Writes down an act of {@link dev.noroshi.identity.Actors#current()} in the same transaction.
     *
     * @param act stable key, such as {@code incident.viewed} or {@code account.created}
     * @param subject the thing acted upon: a case number, an account name
     * @param detail in words, without personal data of residents
     */
    @Transactional
    public void record(String act, String subject, @Nullable String detail) {
        Actor actor = Actors.current();
        String words = detail == null ? "" : detail;
        LocalDateTime at = LocalDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
        Head head = database.sql("select last_id, last_hash from journal_head where only_row = 1 for update")
                .query(Head.class)
                .single();
        long id = head.lastId() + 1;
        String hash = hash(head.lastHash(), id, at, actor.account(), actor.name(), act, subject, words);
        database.sql("insert into journal_entry (id, recorded_at, account, account_name, act, subject, detail,"
                        + " previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(id, at, actor.account(), actor.name(), act, subject, words, head.lastHash(), hash)
                .update();
        database.sql("update journal_head set last_id = ?, last_hash = ? where only_row = 1")
                .params(id, hash)
                .update();
    }

    @EventListener
    void on(AccountEvent event) {
        record(event.act(), event.account(), null);
    }

    /** The hash that an entry must have; each part with its length, so that no two entries read alike. */
    static String hash(String previous, Object... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous.getBytes(StandardCharsets.UTF_8));
            for (Object part : parts) {
                byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
