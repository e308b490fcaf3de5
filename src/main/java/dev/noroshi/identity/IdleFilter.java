package dev.noroshi.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that nobody uses: what an open page asks for by itself keeps the session's row alive, but does not count as
 * use. An abandoned screen signs out like a closed one.
 */
class IdleFilter extends OncePerRequestFilter {

    /** Pages set it on what they ask for without anybody's doing. */
    static final String WATCHES = "X-Noroshi-Watches";

    /** On a request whose session it ended. */
    private static final String ENDED = "noroshi.ended";

    private static final String USED = "noroshi.used";

    /** The session is not written for each click. */
    private static final Duration FINE = Duration.ofMinutes(1);

    private final Clock clock;

    IdleFilter(Clock clock) {
        this.clock = clock;
    }

    /** Whether the caller was signed in until a while ago. */
    static boolean hasEnded(HttpServletRequest request) {
        return request.getAttribute(ENDED) != null
                || request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            use(session, request);
        }
        chain.doFilter(request, response);
    }

    private void use(HttpSession session, HttpServletRequest request) {
        Instant now = clock.instant();
        @Nullable Instant used = (Instant) session.getAttribute(USED);
        if (used != null && used.plusSeconds(session.getMaxInactiveInterval()).isBefore(now)) {
            session.invalidate();
            request.setAttribute(ENDED, true);
        } else if (request.getHeader(WATCHES) == null
                && (used == null || used.plus(FINE).isBefore(now))) {
            session.setAttribute(USED, now);
        }
    }
}
