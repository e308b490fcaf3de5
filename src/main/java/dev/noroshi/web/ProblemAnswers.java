package dev.noroshi.web;

import dev.noroshi.web.Problem.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Problem documents (RFC 9457) in the caller's language, for handlers and for filters that come before them. */
@Component
public class ProblemAnswers {

    public static final String MEDIA_TYPE = "application/problem+json";

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final JsonMapper json;

    ProblemAnswers(MessageSource messages, LocaleResolver locales, JsonMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    /** Answers from a filter. */
    public void write(
            HttpServletRequest request, HttpServletResponse response, int status, String code, Object... arguments)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(
                response.getOutputStream(), document(locales.resolveLocale(request), status, code, List.of(arguments)));
    }

    Map<String, Object> document(Locale locale, Problem problem) {
        Map<String, Object> document = document(locale, problem.kind().status(), problem.code(), problem.arguments());
        if (!problem.fields().isEmpty()) {
            document.put(
                    "errors",
                    problem.fields().stream().map(error -> field(locale, error)).toList());
        }
        problem.details().forEach(document::putIfAbsent);
        return document;
    }

    Map<String, Object> document(Locale locale, int status, String code, List<Object> arguments) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "/problems/" + code);
        document.put("title", text(locale, "error." + code, arguments));
        document.put("status", status);
        document.put("detail", text(locale, "error." + code + ".action", arguments));
        return document;
    }

    String text(Locale locale, String key, List<Object> arguments) {
        String standard = key.endsWith(".action") ? "error.other.action" : "error.other";
        String text = messages.getMessage(key, arguments.toArray(), null, locale);
        return text != null ? text : messages.getMessage(standard, null, locale);
    }

    String fieldText(Locale locale, FieldError error) {
        String text = messages.getMessage(
                "error.field." + error.code(), error.arguments().toArray(), null, locale);
        return text != null ? text : messages.getMessage("error.field.invalid", null, locale);
    }

    private Map<String, String> field(Locale locale, FieldError error) {
        return Map.of("field", error.field(), "code", error.code(), "message", fieldText(locale, error));
    }
}
