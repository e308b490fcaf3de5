package dev.noroshi.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
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
        if (request.getServletPath().startsWith("/api/")) {
            return accepted(request.getHeader("Accept-Language"));
        }
        String asked = asked(request);
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (asked == null && cookie != null) {
            asked = cookie.getValue();
        }
        return "en".equals(asked) ? Locale.ENGLISH : Locale.JAPANESE;
    }

    /** What {@code ?lang=} says; null too when the form is too large to be read, of which a page must still tell. */
    static @Nullable String asked(HttpServletRequest request) {
        try {
            return request.getParameter("lang");
        } catch (IllegalStateException unreadable) {
            return null;
        }
    }

    private static Locale accepted(@Nullable String header) {
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
