package dev.noroshi.identity;

import dev.noroshi.web.ProblemAnswers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in programs by {@code Authorization: Bearer <token>}. */
class TokenFilter extends OncePerRequestFilter {

    private static final String PREFIX = "bearer ";

    private record Grant(String account, String scope) {}

    private final JdbcClient database;
    private final ProblemAnswers problems;
    private final Clock clock;

    TokenFilter(JdbcClient database, ProblemAnswers problems, Clock clock) {
        this.database = database;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Grant> grant = grantOf(header.substring(PREFIX.length()).strip());
        if (grant.isEmpty()) {
            problems.write(request, response, HttpServletResponse.SC_UNAUTHORIZED, "token.invalid");
        } else if (!scopeOf(grant.get()).allows(request.getMethod(), request.getServletPath())) {
            problems.write(request, response, HttpServletResponse.SC_FORBIDDEN, "token.scope");
        } else {
            signIn(grant.get().account());
            chain.doFilter(request, response);
        }
    }

    private static TokenScope scopeOf(Grant grant) {
        return TokenScope.valueOf(grant.scope().toUpperCase(Locale.ROOT));
    }

    private Optional<Grant> grantOf(String token) {
        return database.sql("select account, scope from account_token where hash = ? and expires_at > ?")
                .params(Sha256.hex(token), LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Grant.class)
                .optional();
    }

    private static void signIn(String account) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new AccountPrincipal(account, null), null, List.of()));
        SecurityContextHolder.setContext(context);
    }
}
