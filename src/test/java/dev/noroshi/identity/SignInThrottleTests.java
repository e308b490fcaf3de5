package dev.noroshi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SignInThrottleTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T00:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void refusesTheAccountFromWhereItFailedTooOften() {
        failFiveTimes();

        assertThat(throttle.refuses("ciso", "10.0.0.1")).isTrue();
    }

    @Test
    void nobodyLocksTheCisoOutFromElsewhere() {
        failFiveTimes();

        assertThat(throttle.refuses("ciso", "10.0.0.2")).isFalse();
    }

    @Test
    void letsThemTryAgainAfterTheWindow() {
        failFiveTimes();

        now.set(clock.instant().plus(SignInThrottle.WINDOW).plusSeconds(1));

        assertThat(throttle.refuses("ciso", "10.0.0.1")).isFalse();
    }

    @Test
    void successForgetsEarlierFailures() {
        failFiveTimes();

        throttle.succeeded("ciso", "10.0.0.1");

        assertThat(throttle.refuses("ciso", "10.0.0.1")).isFalse();
    }

    private void failFiveTimes() {
        for (int i = 0; i < SignInThrottle.PER_ACCOUNT_AND_ADDRESS; i++) {
            throttle.failed("ciso", "10.0.0.1");
        }
    }
}
