package dev.noroshi.identity;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Who signed in. The session keeps the name only; {@link ActingFilter} adds the actor anew for every request, so that a
 * role lost in the roster is lost at once.
 */
final class AccountPrincipal implements HasActor, Principal, java.io.Serializable {

    private static final long serialVersionUID = 1L;

    private final String account;
    private final transient @Nullable Actor actor;

    AccountPrincipal(String account, @Nullable Actor actor) {
        this.account = account;
        this.actor = actor;
    }

    @Override
    public String getName() {
        return account;
    }

    @Override
    public Actor actor() {
        if (actor == null) {
            throw new AccessDeniedException("sign-in outside a request");
        }
        return actor;
    }

    /** Whether the actor is known: a session's principal is without. */
    boolean acts() {
        return actor != null;
    }

    /** What the request goes on with. */
    Authentication authentication() {
        UsernamePasswordAuthenticationToken acting = UsernamePasswordAuthenticationToken.authenticated(
                this,
                null,
                actor().roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList());
        // The layout, a row below, shows the name without knowing actors.
        acting.setDetails(actor().name());
        return acting;
    }

    /** The name, which the session's table is indexed by. */
    @Override
    public String toString() {
        return account;
    }
}
