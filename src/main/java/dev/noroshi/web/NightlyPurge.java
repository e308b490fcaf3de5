package dev.noroshi.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes away each night what nobody asks for any more: answers kept for repeated requests, and sessions that are over, those
 * of strangers included. On several nodes each takes what the others have left.
 */
@Component
class NightlyPurge {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyPurge.class);

    /** So many at once, so that nobody waits for the locks. */
    private static final int STRIDE = 1_000;

    private final JdbcClient database;
    private final Clock clock;
    private final Duration kept;

    NightlyPurge(JdbcClient database, Clock clock, @Value("${noroshi.idempotency.kept:P7D}") Duration kept) {
        this.database = database;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(cron = "${noroshi.purge:0 30 3 * * *}", zone = "Asia/Tokyo")
    void purge() {
        Instant now = clock.instant();
        int requests = all(
                "delete from idempotency_key where created_at < ? order by created_at limit " + STRIDE,
                LocalDateTime.ofInstant(now.minus(kept), ZoneOffset.UTC));
        int sessions = all(
                "delete from SPRING_SESSION where EXPIRY_TIME < ? order by EXPIRY_TIME limit " + STRIDE,
                now.toEpochMilli());
        LOG.info("Purged {} answers to repeated requests and {} sessions", requests, sessions);
    }

    private int all(String delete, Object before) {
        int total = 0;
        int last = STRIDE;
        while (last == STRIDE) {
            last = database.sql(delete).param(before).update();
            total += last;
        }
        return total;
    }
}
