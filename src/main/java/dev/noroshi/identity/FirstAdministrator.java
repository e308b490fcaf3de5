package dev.noroshi.identity;

import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Lets whoever reads the server's log make the first administrator of an installation without accounts. */
@Service
class FirstAdministrator {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    /** There is an administrator already, or the demo brings its own. */
    static final class SetUpAlready extends Problem {
        SetUpAlready() {
            super(Kind.UNKNOWN, "page.unknown");
        }
    }

    /** The code was guessed at too often. */
    static final class TooManyCodes extends Problem {
        TooManyCodes() {
            super(Kind.TOO_MANY, "sign-in.throttled");
        }
    }

    /** Guesses at the code are counted under this name, which no account can have; from wherever they come. */
    private static final String GUESSES = "/setup";

    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final boolean demo;
    private volatile @Nullable String code;

    FirstAdministrator(
            Accounts accounts, SignInThrottle throttle, @Value("${noroshi.demo.enabled:false}") boolean demo) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.demo = demo;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (!demo && !accounts.someoneAdministers()) {
            log.info("No administrator. Open /setup and enter this one-time code: {}", open());
        }
    }

    /** Opens the page for one new code. */
    String open() {
        byte[] secret = new byte[8];
        new SecureRandom().nextBytes(secret);
        String made = HexFormat.of().formatHex(secret);
        code = made;
        return made;
    }

    void requireOpen() {
        if (code == null) {
            throw new SetUpAlready();
        }
    }

    synchronized void create(String given, String name, String displayName, String password) {
        String expected = code;
        if (expected == null) {
            throw new SetUpAlready();
        }
        if (throttle.refuses(GUESSES, GUESSES)) {
            throw new TooManyCodes();
        }
        if (!MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.strip().getBytes(StandardCharsets.UTF_8))) {
            throttle.failed(GUESSES, GUESSES);
            throw new InvalidInput("code", "setupCode");
        }
        NewAccount administrator = new NewAccount(name, displayName, password, true, false);
        Actors.as(Actor.system(), () -> {
            accounts.create(administrator);
            return name;
        });
        code = null;
    }
}
