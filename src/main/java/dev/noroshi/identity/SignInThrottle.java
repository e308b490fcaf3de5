package dev.noroshi.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts failed sign-ins per account and address, in this node's memory. An account is refused only from where it was
 * tried, until very many tries: otherwise anybody could lock out the CISO.
 */
@Component
class SignInThrottle {

    static final Duration WINDOW = Duration.ofMinutes(5);
    static final int PER_ACCOUNT_AND_ADDRESS = 5;
    static final int PER_ACCOUNT = 50;
    static final int PER_ADDRESS = 100;
    private static final int REMEMBERED = 20_000;

    private record Failures(int count, Instant since) {}

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean refuses(String account, String address) {
        return count(both(account, address)) >= PER_ACCOUNT_AND_ADDRESS
                || count("account " + account) >= PER_ACCOUNT
                || count("address " + address) >= PER_ADDRESS;
    }

    synchronized void failed(String account, String address) {
        add(both(account, address));
        add("account " + account);
        add("address " + address);
    }

    synchronized void succeeded(String account, String address) {
        failures.remove(both(account, address));
    }

    private static String both(String account, String address) {
        return "both " + account + " " + address;
    }

    private void add(String key) {
        int before = count(key);
        Failures known = failures.get(key);
        Instant since = before == 0 || known == null ? clock.instant() : known.since();
        failures.put(key, new Failures(before + 1, since));
    }

    private int count(String key) {
        Failures known = failures.get(key);
        return known == null || known.since().plus(WINDOW).isBefore(clock.instant()) ? 0 : known.count();
    }
}
