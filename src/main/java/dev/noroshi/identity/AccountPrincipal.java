package dev.noroshi.identity;

import java.security.Principal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.GrantedAuthority;
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

    Collection<GrantedAuthority> authorities() {
        return actor().roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    /** The name, which the session's table is indexed by. */
    @Override
    public String toString() {
        return account;
    }
}
