package dev.noroshi.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.Caller;
import dev.noroshi.NoroshiTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the night takes away, and what it leaves. */
@NoroshiTest
class NightlyPurgeIntegrationTests {

    @LocalServerPort
    private int port;

    @Autowired
    private NightlyPurge night;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void oldAnswersGoAndFreshOnesStay() {
        jdbc.sql("insert into idempotency_key (caller, request_key, body_hash, created_at) values"
                        + " ('purge', 'old', 'x', utc_timestamp(6) - interval 8 day),"
                        + " ('purge', 'fresh', 'x', utc_timestamp(6) - interval 6 day)")
                .update();

        night.purge();

        assertThat(jdbc.sql("select request_key from idempotency_key where caller = 'purge'")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("fresh"));
    }

    @Test
    void sessionsThatAreOverGoThoseOfStrangersIncluded() {
        Caller stranger = Caller.stranger(port);
        stranger.csrf("/login");
        Caller lead = Caller.signedIn(port, "lead");
        long before = strangers();
        assertThat(before).isPositive();
        jdbc.sql("update SPRING_SESSION set EXPIRY_TIME = 1 where PRINCIPAL_NAME is null")
                .update();

        night.purge();

        assertThat(strangers()).isZero();
        assertThat(lead.get("/incidents").statusCode()).isEqualTo(200);
    }

    private long strangers() {
        return jdbc.sql("select count(*) from SPRING_SESSION where PRINCIPAL_NAME is null")
                .query(Long.class)
                .single();
    }
}
