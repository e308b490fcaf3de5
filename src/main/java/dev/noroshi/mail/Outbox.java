package dev.noroshi.mail;

import dev.noroshi.calendar.Moments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters waiting to leave, and those that left. */
@Repository
class Outbox {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    /** About three days of one a minute. */
    private static final int MOST_ATTEMPTS = 4_500;

    /** About five minutes. */
    private static final int MOST_REFUSALS = 9;

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A letter as it will be sent. */
    record Queued(
            long id,
            @Nullable String incident,
            List<String> to,
            String subject,
            String body,
            String messageId,
            @Nullable String token,
            boolean drill,
            boolean alarm,
            int attempts) {}

    /** Stores the letter unless its key is known already. */
    void add(String key, Queued letter, boolean withheld) {
        add(key, letter, withheld, clock.instant());
    }

    /** The same for a letter whose writing began at that moment, from which what it says is counted. */
    void add(String key, Queued letter, boolean withheld, Instant at) {
        jdbc.sql("""
                        insert ignore into mail_out (letter_key, incident, recipients, subject, body, message_id, token, drill,
                            priority, state, attempts, queued_at, next_at)
                        values (:key, :incident, :to, :subject, :body, :messageId, :token, :drill,
                            :priority, :state, 0, :now, :now)
                        """)
                .param("key", key)
                .param("incident", letter.incident())
                .param("to", String.join(",", letter.to()))
                .param("subject", letter.subject())
                .param("body", letter.body())
                .param("messageId", letter.messageId())
                .param("token", letter.token())
                .param("drill", letter.drill())
                .param("priority", letter.alarm() ? 0 : 1)
                .param("state", withheld ? "withheld" : "queued")
                .param("now", Moments.column(at))
                .update();
    }

    /** The next letter that is due, alarms first, locked for this transaction; letters that another node sends are passed over. */
    Optional<Queued> takeNext() {
        return jdbc.sql("""
                        select id, incident, recipients, subject, body, message_id, token, drill, priority, attempts
                        from mail_out where state = 'queued' and next_at <= :now
                        order by priority, id limit 1 for update skip locked
                        """)
                .param("now", now())
                .query((row, n) -> new Queued(
                        row.getLong("id"),
                        row.getString("incident"),
                        List.of(row.getString("recipients").split(",")),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("message_id"),
                        row.getString("token"),
                        row.getBoolean("drill"),
                        row.getInt("priority") == 0,
                        row.getInt("attempts")))
                .optional();
    }

    boolean isSomethingDue() {
        return jdbc.sql("select exists (select 1 from mail_out where state = 'queued' and next_at <= :now)")
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /**
     * To whom letters went, or will go as they stand, whose key is that or goes on after it with a slash; a letter in a list
     * only if the list gives its times, as it does of calls.
     */
    List<String> holders(String key) {
        return jdbc
                .sql("select recipients from mail_out where (letter_key = :key or letter_key like :further escape '!')"
                        + " and (state in ('queued', 'sent') or state = 'listed' and token is not null)")
                .param("key", key)
                .param("further", key.replaceAll("[!%_]", "!$0") + "/%")
                .query(String.class)
                .list()
                .stream()
                .flatMap(recipients -> Stream.of(recipients.split(",")))
                .toList();
    }

    /** @param error what the server said of addressees that it refused; null when it took all */
    void sent(Queued letter, @Nullable String error) {
        jdbc.sql("update mail_out set state = 'sent', attempts = attempts + 1, last_error = :error, sent_at = :now"
                        + " where id = :id")
                .param("error", error == null ? null : PlainText.clip(error, 300))
                .param("now", now())
                .param("id", letter.id())
                .update();
    }

    /**
     * Tries again later, each time after twice as long, at most a minute later: an alarm must leave soon after the mail
     * server is back. After days, or some minutes of plain refusal, it is given up.
     *
     * @param left who has not got it yet
     * @return whether it is given up
     */
    boolean failed(Queued letter, List<String> left, String error, boolean forGood, boolean refused) {
        Duration pause = Duration.ofSeconds(2L << Math.min(letter.attempts(), 5));
        boolean givenUp = forGood || letter.attempts() >= (refused ? MOST_REFUSALS : MOST_ATTEMPTS);
        jdbc.sql("""
                        update mail_out set state = :state, attempts = attempts + 1, last_error = :error, next_at = :next,
                            recipients = :left
                        where id = :id
                        """)
                .param("state", givenUp ? "failed" : "queued")
                .param("error", PlainText.clip(PlainText.oneLine(error), 300))
                .param("left", String.join(",", left.isEmpty() ? letter.to() : left))
                .param(
                        "next",
                        Moments.column(
                                clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE)))
                .param("id", letter.id())
                .update();
        return givenUp;
    }

    /** A letter that failed or came back leaves again, with the same Message-ID; whether there was such a letter. */
    boolean resend(long id) {
        return jdbc.sql("update mail_out set state = 'queued', attempts = 0, next_at = :now, last_error = null"
                                + " where id = :id and state in ('failed', 'bounced')")
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The case whose letter gave out this token. */
    Optional<String> incidentOf(String token) {
        return jdbc.sql("select incident from mail_out where token = :token and incident is not null limit 1")
                .param("token", token)
                .query(String.class)
                .optional();
    }

    /** The case of the newest letter among these Message-IDs. */
    Optional<String> incidentOfAny(List<String> messageIds) {
        return messageIds.isEmpty()
                ? Optional.empty()
                : jdbc.sql("select incident from mail_out where message_id in (:ids) and incident is not null"
                                + " order by id desc limit 1")
                        .param("ids", messageIds)
                        .query(String.class)
                        .optional();
    }

    /** A letter that came back. */
    record Returned(
            long id, @Nullable String incident, @Nullable String token, List<String> to, String subject) {

        /** Those of its addressees whom the report names; all where it names none of them. */
        List<String> notReached(DeliveryReport report) {
            List<String> named = to.stream()
                    .filter(address -> report.recipients().contains(address.toLowerCase(Locale.ROOT)))
                    .toList();
            return named.isEmpty() ? to : named;
        }
    }

    /** The letter that a report speaks of: by its Message-ID, or by token where one addressee alone had it. */
    Optional<Returned> find(DeliveryReport report) {
        String select = "select id, incident, token, recipients, subject from mail_out where ";
        List<Returned> found = report.messageIds().isEmpty()
                ? List.of()
                : returned(select + "message_id in (:any)", report.messageIds());
        if (found.isEmpty() && !report.tokens().isEmpty()) {
            found = returned(select + "token in (:any)", report.tokens());
        }
        Set<String> meant = report.recipients().isEmpty() ? report.mentioned() : report.recipients();
        Optional<Returned> named = found.stream()
                .filter(letter ->
                        letter.to().stream().anyMatch(address -> meant.contains(address.toLowerCase(Locale.ROOT))))
                .findFirst();
        boolean alone = found.size() == 1 && report.recipients().isEmpty();
        return alone ? Optional.of(found.get(0)) : named;
    }

    private List<Returned> returned(String query, Set<String> any) {
        return jdbc.sql(query)
                .param("any", any)
                .query((row, n) -> new Returned(
                        row.getLong("id"),
                        row.getString("incident"),
                        row.getString("token"),
                        List.of(row.getString("recipients").split(",")),
                        row.getString("subject")))
                .list();
    }

    /** Whether this is news. */
    boolean bounced(Returned letter) {
        return jdbc.sql("update mail_out set state = 'bounced' where id = :id and state in ('sent', 'queued')")
                        .param("id", letter.id())
                        .update()
                == 1;
    }

    /** How many letters have not left yet. */
    long waiting() {
        return jdbc.sql("select count(*) from mail_out where state = 'queued'")
                .query(Long.class)
                .single();
    }

    private LocalDateTime now() {
        return Moments.column(clock.instant());
    }
}
