package dev.noroshi.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The chain of hashes through all entries: each entry's hash covers its words and the hash of the one before it. */
@Component
class Chain {

    private static final int STRIDE = 1_000;
    private static final String NOTHING_BEFORE = "0".repeat(64);

    /** Where the chain ends. */
    record Head(long lastId, String lastHash) {}

    private record Link(long id, String previous, String hash, String due) {}

    private final JdbcClient database;

    Chain(JdbcClient database) {
        this.database = database;
    }

    /** Reads every entry up to the newest; what is written meanwhile is left for the next time. */
    Proof prove() {
        Head head = database.sql("select last_id, last_hash from journal_head where only_row = 1")
                .query(Head.class)
                .single();
        long last = 0;
        String hash = NOTHING_BEFORE;
        while (last < head.lastId()) {
            List<Link> links = after(last, head.lastId());
            for (Link link : links) {
                if (link.id() != last + 1
                        || !link.previous().equals(hash)
                        || !link.hash().equals(link.due())) {
                    return found(last, last + 1);
                }
                last = link.id();
                hash = link.hash();
            }
            if (links.isEmpty()) {
                return found(last, last + 1);
            }
        }
        return found(last, hash.equals(head.lastHash()) ? null : Long.valueOf(last));
    }

    private Proof found(long entries, @Nullable Long broken) {
        long triggers = database.sql("select count(*) from information_schema.triggers"
                        + " where trigger_schema = database() and trigger_name in (:names)")
                .param("names", AppendOnly.TRIGGERS)
                .query(Long.class)
                .single();
        return new Proof(entries, broken, triggers == AppendOnly.TRIGGERS.size());
    }

    private List<Link> after(long id, long last) {
        return database.sql("select id, recorded_at, account, account_name, act, subject, detail, previous_hash, hash"
                        + " from journal_entry where id > ? and id <= ? order by id limit " + STRIDE)
                .params(id, last)
                .query((row, index) -> read(row))
                .list();
    }

    private static Link read(ResultSet row) throws SQLException {
        String previous = row.getString("previous_hash");
        return new Link(
                row.getLong("id"),
                previous,
                row.getString("hash"),
                hash(
                        previous,
                        row.getLong("id"),
                        row.getObject("recorded_at", LocalDateTime.class),
                        row.getString("account"),
                        row.getString("account_name"),
                        row.getString("act"),
                        row.getString("subject"),
                        row.getString("detail")));
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
