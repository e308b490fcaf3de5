package dev.noroshi.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/** Forms that were sent after their session had ended: after the sign-in one is back at them, where the browser kept a draft. */
final class SentForms {

    /** Where {@code HttpSessionRequestCache} looks for the page to go on to. */
    private static final String SAVED = "SPRING_SECURITY_SAVED_REQUEST";

    private SentForms() {}

    /** Whether it was one: sent from a page of ours. */
    static boolean remember(HttpServletRequest request) {
        Optional<String> page = pageOf(request);
        page.ifPresent(it -> request.getSession().setAttribute(SAVED, new SimpleSavedRequest(it)));
        return page.isPresent();
    }

    /** The page on this host whose form it was. */
    private static Optional<String> pageOf(HttpServletRequest request) {
        @Nullable String referer = request.getHeader("Referer");
        if (referer == null) {
            return Optional.empty();
        }
        try {
            URI page = URI.create(referer);
            boolean ours = request.getServerName().equalsIgnoreCase(page.getHost())
                    && page.getRawPath().matches("/(?!/).*");
            return ours
                    ? Optional.of(
                            page.getRawQuery() == null
                                    ? page.getRawPath()
                                    : page.getRawPath() + "?" + page.getRawQuery())
                    : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
