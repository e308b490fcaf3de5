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

    private final Accounts accounts;
    private final boolean demo;
    private volatile @Nullable String code;

    FirstAdministrator(Accounts accounts, @Value("${noroshi.demo.enabled:false}") boolean demo) {
        this.accounts = accounts;
        this.demo = demo;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (!demo && accounts.count() == 0) {
            byte[] secret = new byte[8];
            new SecureRandom().nextBytes(secret);
            String made = HexFormat.of().formatHex(secret);
            code = made;
            log.info("No account yet. Open /setup and enter this one-time code: {}", made);
        }
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
        if (!MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.strip().getBytes(StandardCharsets.UTF_8))) {
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
