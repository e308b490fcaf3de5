package dev.noroshi.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Japanese unless asked otherwise: a page by {@code ?lang=en} and the cookie it leaves, the API by {@code Accept-Language}.
 * A page does not follow the browser's language: many staff PCs say English without anybody having chosen it.
 */
class Languages implements LocaleResolver {

    static final String COOKIE = "noroshi-lang";
    private static final List<Locale> KNOWN = List.of(Locale.JAPANESE, Locale.ENGLISH);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (isForPrograms(request)) {
            return accepted(request.getHeader("Accept-Language"));
        }
        String asked = asked(request);
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (asked == null && cookie != null) {
            asked = cookie.getValue();
        }
        return "en".equals(asked) ? Locale.ENGLISH : Locale.JAPANESE;
    }

    /** Also while its failure is being answered, which has an address of its own. */
    private static boolean isForPrograms(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null
                ? request.getServletPath()
                : failed.toString().substring(request.getContextPath().length());
        return path.startsWith("/api/") || path.startsWith("/v3/") || path.startsWith("/actuator");
    }

    /** What {@code ?lang=} says; read from the address, because a form may be too large to be read. */
    static @Nullable String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return null;
        }
        return Stream.of(query.split("&"))
                .filter(part -> part.startsWith("lang="))
                .map(part -> part.substring("lang=".length()))
                .findFirst()
                .orElse(null);
    }

    static Locale accepted(@Nullable String header) {
        if (header == null) {
            return Locale.JAPANESE;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), KNOWN);
            return best == null ? Locale.JAPANESE : best;
        } catch (IllegalArgumentException unreadable) {
            return Locale.JAPANESE;
        }
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by ?lang=");
    }
}
