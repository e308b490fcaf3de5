package dev.noroshi.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * In which form and language a caller asks for the answer, looked at before anything is done: what cannot be read is said, and
 * nothing is changed whose answer the caller would not take.
 */
@Component
@Order(BodyLimit.BEFORE_SIGN_IN - 1)
class AskedForm extends OncePerRequestFilter {

    private static final Set<String> HEADERS = Set.of("accept", "accept-language");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final ProblemAnswers problems;

    AskedForm(ProblemAnswers problems) {
        this.problems = problems;
    }

    /** The page that tells of the failure is asked for with the same headers: without them. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean unreadable = HEADERS.stream()
                .flatMap(name -> Collections.list(request.getHeaders(name)).stream())
                .anyMatch(AskedForm::isNoText);
        HttpServletRequest plain = unreadable ? new WithoutThem(request) : request;
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(plain, response);
        } else if (unreadable && isApi(request)) {
            problems.write(plain, response, 400, "header.unreadable");
        } else if (unreadable) {
            response.sendError(400);
        } else if (isApi(request) && !READING.contains(request.getMethod()) && !takesJson(request)) {
            problems.write(request, response, 406, "media.unknown");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getServletPath().startsWith("/api/");
    }

    /** As the firewall behind us sees it. */
    private static boolean isNoText(String value) {
        return value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t');
    }

    private static boolean takesJson(HttpServletRequest request) {
        try {
            List<MediaType> asked = MediaType.parseMediaTypes(Collections.list(request.getHeaders("Accept")));
            return asked.isEmpty()
                    || asked.stream()
                            .anyMatch(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON)
                                    || type.getSubtype().endsWith("+json"));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private static final class WithoutThem extends HttpServletRequestWrapper {

        WithoutThem(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isOne(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isOne(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        private static boolean isOne(String name) {
            return HEADERS.contains(name.toLowerCase(Locale.ROOT));
        }
    }
}
