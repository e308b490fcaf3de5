package dev.noroshi.escalation;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Secrets that an answer must carry: ten letters that nobody misreads on the telephone (Crockford base32, 50 bits). */
@Component
class Tokens {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SecureRandom random = new SecureRandom();

    String next() {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return token.toString();
    }
}
