package dev.noroshi.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request of a signed-in account the roles of this moment; a disabled account is signed out. */
class ActingFilter extends OncePerRequestFilter {

    private static final String MDC_ACTOR = "actor";

    private final ActingAccounts accounts;

    ActingFilter(ActingAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication stored = SecurityContextHolder.getContext().getAuthentication();
        if (stored != null && stored.getPrincipal() instanceof AccountPrincipal principal) {
            if (principal.acts()) {
                MDC.put(MDC_ACTOR, principal.getName());
            } else {
                actAs(principal.getName(), request);
            }
        }
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(MDC_ACTOR);
        }
    }

    private void actAs(String account, HttpServletRequest request) {
        // The security context is another one than the session's, whose principal stays without roles.
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        Optional<Actor> actor = accounts.actorOf(account);
        if (actor.isPresent()) {
            context.setAuthentication(new AccountPrincipal(account, actor.get()).authentication());
            MDC.put(MDC_ACTOR, account);
        } else {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        SecurityContextHolder.setContext(context);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
