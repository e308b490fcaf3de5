package dev.noroshi.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * BCrypt, which remembers for a minute that a password matched a hash: with HTTP Basic every request brings the password,
 * and BCrypt is slow on purpose. Remembered is a keyed hash, with a key that lives as long as this process.
 */
@Component
class Passwords implements PasswordEncoder {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
    private final SecretKeySpec key;
    private final Map<String, Long> matched = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    Passwords() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return bcrypt.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null || hash == null) {
            return false;
        }
        String mark = mark(password, hash);
        if (isRemembered(mark)) {
            return true;
        }
        boolean matches =
                password.toString().getBytes(StandardCharsets.UTF_8).length <= 72 && bcrypt.matches(password, hash);
        if (matches) {
            remember(mark);
        }
        return matches;
    }

    private synchronized boolean isRemembered(String mark) {
        Long at = matched.get(mark);
        return at != null && System.nanoTime() - at < REMEMBERED.toNanos();
    }

    private synchronized void remember(String mark) {
        matched.remove(mark);
        matched.put(mark, System.nanoTime());
    }

    private String mark(CharSequence password, String hash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((hash + " " + password).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }
}
