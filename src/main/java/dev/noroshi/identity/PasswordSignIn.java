package dev.noroshi.identity;

import java.util.List;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs in by account name and password. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    /** Compared with when there is no such account, so that both answers take equally long. */
    private final String nobody;

    PasswordSignIn(AccountRepository accounts, PasswordEncoder passwords, SignInThrottle throttle) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.nobody = passwords.encode("nobody has this password");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "unknown";
        if (throttle.refuses(name, address)) {
            throw new SignInThrottled();
        }
        if (!matches(name, String.valueOf(attempt.getCredentials()))) {
            throttle.failed(name, address);
            throw new BadCredentialsException("wrong name or password");
        }
        throttle.succeeded(name, address);
        UsernamePasswordAuthenticationToken signedIn =
                UsernamePasswordAuthenticationToken.authenticated(new AccountPrincipal(name, null), null, List.of());
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    private boolean matches(String name, String password) {
        String hash = accounts.passwordHash(name).orElse(nobody);
        return passwords.matches(password, hash) && !hash.equals(nobody);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
