package dev.noroshi.intake;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** First reports as they came. */
@Repository
class FirstReportRepository {

    /** What is stored of one; the case is null only inside the transaction that opens it. */
    record Stored(String receipt, @Nullable String incident, String bodyHash) {}

    private final JdbcClient jdbc;

    FirstReportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was new; a sender who sends at the same moment waits here for the first one's end. */
    boolean insert(String receipt, String account, Submission submission, String bodyHash, Instant now) {
        return jdbc.sql("""
                                insert ignore into first_report
                                  (receipt, reporter_account, submission, body_hash, body, received_at)
                                values (:receipt, :account, :submission, :hash, :body, :at)
                                """)
                        .param("receipt", receipt)
                        .param("account", account)
                        .param("submission", submission.key())
                        .param("hash", bodyHash)
                        .param("body", submission.body())
                        .param("at", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void opened(String receipt, String incident) {
        jdbc.sql("update first_report set incident = :incident where receipt = :receipt")
                .param("incident", incident)
                .param("receipt", receipt)
                .update();
    }

    Stored sent(String account, String submission) {
        return jdbc.sql("select receipt, incident, body_hash from first_report"
                        + " where reporter_account = :account and submission = :submission")
                .param("account", account)
                .param("submission", submission)
                .query(Stored.class)
                .single();
    }

    Optional<Stored> byReceipt(String receipt) {
        return jdbc.sql("select receipt, incident, body_hash from first_report where receipt = :receipt")
                .param("receipt", receipt)
                .query(Stored.class)
                .optional();
    }
}
