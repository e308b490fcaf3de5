package dev.noroshi.mail;

import dev.noroshi.calendar.Moments;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Mails that came in: stored raw first, understood afterwards. */
@Repository
class Inbox {

    /** Below what a packet and a column of the database take. */
    private static final int PIECE = 4 * 1024 * 1024;

    private final JdbcClient jdbc;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A mail not yet understood. */
    record Stored(long id, byte[] raw, int attempts) {}

    /** How far a mailbox has been read. */
    record Position(long validity, long uid) {}

    /** What was found in a mail. */
    record Finding(
            long id,
            String state,
            @Nullable String reason,
            @Nullable String incident,
            MailReader.ReadMail mail,
            MailEvent.@Nullable Answer answer,
            @Nullable String words) {}

    /** Stores a mail as it came, in pieces that the database takes; the same bytes are stored once. */
    void store(byte[] raw) {
        KeyHolder key = new GeneratedKeyHolder();
        int stored = jdbc.sql("""
                        insert ignore into mail_in (digest, raw, received_at, state, attempts)
                        values (:digest, :raw, :now, 'stored', 0)
                        """)
                .param("digest", digest(raw))
                .param("raw", Arrays.copyOf(raw, Math.min(raw.length, PIECE)))
                .param("now", Moments.column(clock.instant()))
                .update(key, "id");
        for (int piece = 1; stored == 1 && (long) piece * PIECE < raw.length; piece++) {
            jdbc.sql("insert into mail_in_more (mail_id, piece, raw) values (:id, :piece, :raw)")
                    .param("id", Objects.requireNonNull(key.getKey()).longValue())
                    .param("piece", piece)
                    .param("raw", Arrays.copyOfRange(raw, piece * PIECE, Math.min(raw.length, (piece + 1) * PIECE)))
                    .update();
        }
    }

    /** Whether the same mail of the same writer was understood before: mail servers deliver twice after a crash. */
    boolean isRepeated(long id, MailReader.ReadMail mail) {
        if (mail.messageId().isEmpty()) {
            return false;
        }
        String same = mail.messageId() + "\n" + mail.sender() + "\n" + mail.subject() + "\n" + mail.text();
        String fingerprint = digest(same.getBytes(StandardCharsets.UTF_8));
        jdbc.sql("update mail_in set fingerprint = :fingerprint where id = :id")
                .param("fingerprint", fingerprint)
                .param("id", id)
                .update();
        return jdbc.sql("select count(*) from mail_in where fingerprint = :fingerprint and id < :id")
                        .param("fingerprint", fingerprint)
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<Position> position(String mailbox) {
        return jdbc.sql("select uid_validity, uid from mail_position where mailbox = :mailbox")
                .param("mailbox", mailbox)
                .query((row, n) -> new Position(row.getLong(1), row.getLong(2)))
                .optional();
    }

    void moveTo(String mailbox, Position position) {
        jdbc.sql("""
                        insert into mail_position (mailbox, uid_validity, uid) values (:mailbox, :validity, :uid)
                        on duplicate key update uid_validity = :validity, uid = :uid
                        """)
                .param("mailbox", mailbox)
                .param("validity", position.validity())
                .param("uid", position.uid())
                .update();
    }

    /** The oldest mail not yet understood, after {@code afterId}, locked; another node's is passed over. */
    Optional<Stored> takeNext(long afterId) {
        return jdbc.sql("""
                        select id, raw, attempts from mail_in where state = 'stored' and id > :after
                        order by id limit 1 for update skip locked
                        """)
                .param("after", afterId)
                .query((row, n) -> new Stored(row.getLong("id"), row.getBytes("raw"), row.getInt("attempts")))
                .optional()
                .map(head -> new Stored(head.id(), whole(head), head.attempts()));
    }

    private byte[] whole(Stored head) {
        if (head.raw().length < PIECE) {
            return head.raw();
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.raw());
        jdbc.sql("select raw from mail_in_more where mail_id = :id order by piece")
                .param("id", head.id())
                .query((row, n) -> row.getBytes("raw"))
                .list()
                .forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    void understood(Finding finding) {
        jdbc.sql("""
                        update mail_in set state = :state, reason = :reason, incident = :incident, sender = :sender,
                            subject = :subject, answer = :answer, words = :words
                        where id = :id
                        """)
                .param("state", finding.state())
                .param("reason", finding.reason())
                .param("incident", finding.incident())
                .param("sender", PlainText.clip(finding.mail().sender(), 250))
                .param("subject", PlainText.clip(finding.mail().subject(), 250))
                .param(
                        "answer",
                        finding.answer() == null ? null : finding.answer().name())
                .param("words", finding.words())
                .param("id", finding.id())
                .update();
    }

    void failedOnce(long id) {
        jdbc.sql("update mail_in set attempts = attempts + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void setAside(long id, String reason) {
        jdbc.sql("update mail_in set state = 'aside', reason = :reason where id = :id")
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /** What it became, for the window's list. */
    void belongsTo(long id, String incident, String reason, boolean done) {
        jdbc.sql("update mail_in set incident = :incident, reason = :reason, state = :state where id = :id")
                .param("incident", incident)
                .param("reason", reason)
                .param("state", done ? "handled" : "aside")
                .param("id", id)
                .update();
    }

    /** The window has looked after it. */
    void handled(long id, String by) {
        jdbc.sql(
                        "update mail_in set state = 'handled', handled_by = :by, handled_at = :now where id = :id and state = 'aside'")
                .param("by", by)
                .param("now", Moments.column(clock.instant()))
                .param("id", id)
                .update();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
