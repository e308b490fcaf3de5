package dev.noroshi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the layout shows around every page. */
@Component("frame")
public class Frame {

    private static final DateTimeFormatter TOKYO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));
    private static final Set<String> CSIRT = Set.of(
            "window",
            "csirt-handler",
            "csirt-lead",
            "chief",
            "ciso",
            "system-manager",
            "privacy-officer",
            "public-relations");

    /** The person at the screen. */
    public record Visitor(String name, Set<String> roles) {}

    private final Clock clock;
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    Frame(
            Clock clock,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.clock = clock;
        this.mappings = mappings;
    }

    /** Null before sign-in, and on error pages outside any sign-in. */
    public @Nullable Visitor actor() {
        HttpServletRequest request = request();
        Principal principal = request == null ? null : request.getUserPrincipal();
        return principal instanceof Authentication signedIn ? new Visitor(nameOf(signedIn), rolesOf(signedIn)) : null;
    }

    /** Whose drafts this page may show; null before sign-in. */
    public @Nullable String account() {
        HttpServletRequest request = request();
        return request == null ? null : request.getRemoteUser();
    }

    /** Pages that this person has work on; the façades decide what they may do there. */
    public List<String> navigation() {
        Visitor visitor = actor();
        Set<String> roles = visitor == null ? Set.of() : visitor.roles();
        boolean works = roles.stream().anyMatch(CSIRT::contains);
        boolean reads = works || roles.contains("auditor");
        List<String> pages = new ArrayList<>(List.of("/report"));
        if (works || roles.contains("section-manager") || roles.contains("plan-author")) {
            pages.add("/tasks");
        }
        if (!roles.equals(Set.of("admin"))) {
            pages.add("/incidents");
        }
        if (reads || roles.contains("section-manager")) {
            pages.add("/escalations");
        }
        if (reads) {
            pages.add("/measures");
        }
        if (roles.contains("window")) {
            pages.add("/mails");
        }
        pages.add("/roster");
        if (reads) {
            pages.add("/assets");
        }
        if (reads || roles.contains("plan-author")) {
            pages.add("/plan");
        }
        if (roles.contains("auditor")) {
            pages.add("/journal");
        }
        if (roles.contains("admin")) {
            pages.add("/admin");
        }
        return pages;
    }

    /** Where CSIRT people go first, and everybody else. */
    String home() {
        return navigation().contains("/tasks") ? "/tasks" : navigation().contains("/admin") ? "/admin" : "/report";
    }

    public String path() {
        HttpServletRequest request = request();
        if (request == null) {
            return "/";
        }
        Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
        return failed instanceof String ? "/" : request.getServletPath();
    }

    /**
     * Where this page is read again, with what it was asked: after a form that is answered by a page, where the form stands.
     */
    public String address() {
        HttpServletRequest request = request();
        String path = path();
        if (request == null || path.equals("/")) {
            return path;
        }
        if (request.getMethod().equals("GET")) {
            return path + asked(request);
        }
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        while (!pattern.isEmpty() && !isRead(pattern)) {
            pattern = above(pattern);
            path = above(path);
        }
        return path.isEmpty() ? "/" : path;
    }

    private boolean isRead(String pattern) {
        return mappings.getObject().getHandlerMethods().keySet().stream()
                .filter(it -> it.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .anyMatch(it -> it.getPatternValues().contains(pattern));
    }

    private static String above(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String asked(HttpServletRequest request) {
        String query = Stream.of(String.valueOf(request.getQueryString()).split("&"))
                .filter(part -> part.contains("=") && !part.startsWith("lang="))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    public Instant now() {
        return clock.instant();
    }

    public String clockTime() {
        return TOKYO.format(clock.instant());
    }

    private static String nameOf(Authentication signedIn) {
        return signedIn.getDetails() instanceof String name ? name : signedIn.getName();
    }

    private static Set<String> rolesOf(Authentication signedIn) {
        Set<String> roles = new TreeSet<>();
        signedIn.getAuthorities().forEach(authority -> {
            String key = String.valueOf(authority.getAuthority());
            if (key.startsWith("ROLE_")) {
                roles.add(key.substring("ROLE_".length()));
            }
        });
        return roles;
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }
}
