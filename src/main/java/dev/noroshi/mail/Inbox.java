package dev.noroshi.mail;

import dev.noroshi.calendar.Moments;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails that came in: stored raw first, understood afterwards. */
@Repository
class Inbox {

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
            String sender,
            String subject,
            MailEvent.@Nullable Answer answer,
            @Nullable String words) {}

    /** Stores a mail as it came; the same bytes are stored once. */
    void store(String digest, byte[] raw) {
        jdbc.sql("""
                        insert ignore into mail_in (digest, raw, received_at, state, attempts)
                        values (:digest, :raw, :now, 'stored', 0)
                        """)
                .param("digest", digest)
                .param("raw", raw)
                .param("now", Moments.column(clock.instant()))
                .update();
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
                .optional();
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
                .param("sender", PlainText.clip(finding.sender(), 250))
                .param("subject", PlainText.clip(finding.subject(), 250))
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

    /** The window has looked after it. */
    void handled(long id, String by) {
        jdbc.sql(
                        "update mail_in set state = 'handled', handled_by = :by, handled_at = :now where id = :id and state = 'aside'")
                .param("by", by)
                .param("now", Moments.column(clock.instant()))
                .param("id", id)
                .update();
    }
}
