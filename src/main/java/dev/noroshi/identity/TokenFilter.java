package dev.noroshi.identity;

import dev.noroshi.web.ProblemAnswers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in programs by {@code Authorization: Bearer <token>}. */
class TokenFilter extends OncePerRequestFilter {

    private static final String PREFIX = "bearer ";

    private final ActingAccounts accounts;
    private final ProblemAnswers problems;

    TokenFilter(ActingAccounts accounts, ProblemAnswers problems) {
        this.accounts = accounts;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ActingAccounts.Bearer> bearer =
                accounts.bearerOf(header.substring(PREFIX.length()).strip());
        if (bearer.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"noroshi\", error=\"invalid_token\"");
            problems.write(request, response, HttpServletResponse.SC_UNAUTHORIZED, "token.invalid");
        } else if (!bearer.get().scope().allows(request.getMethod(), request.getServletPath())) {
            problems.write(request, response, HttpServletResponse.SC_FORBIDDEN, "token.scope");
        } else {
            signIn(bearer.get().actor());
            chain.doFilter(request, response);
        }
    }

    private static void signIn(Actor actor) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new AccountPrincipal(actor.account(), actor).authentication());
        SecurityContextHolder.setContext(context);
    }
}
