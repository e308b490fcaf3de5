package dev.noroshi.identity;

import java.util.function.Supplier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Finds out who is acting in this thread. */
public final class Actors {

    private Actors() {}

    /**
     * The person signed in, or the system where nobody ever signs in (the engine's jobs, the mail relay).
     *
     * @throws AccessDeniedException for a request without sign-in
     */
    public static Actor current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            return Actor.system();
        }
        if (authentication instanceof AnonymousAuthenticationToken) {
            throw new AccessDeniedException("not signed in");
        }
        if (authentication.getPrincipal() instanceof HasActor principal) {
            return principal.actor();
        }
        if (authentication.getPrincipal() instanceof Actor actor) {
            return actor;
        }
        throw new AccessDeniedException("unknown kind of sign-in");
    }

    /** Acts for a person who is not signed in here, such as the sender of a verified reply. */
    public static <T> T as(Actor actor, Supplier<T> act) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        if (!actor.isSystem()) {
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(actor, null, java.util.List.of()));
        }
        SecurityContextHolder.setContext(context);
        try {
            return act.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
