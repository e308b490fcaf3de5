package dev.noroshi.incident.web;

import dev.noroshi.web.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words of cases in the reader's language. */
@Component
class IncidentTexts {

    private final MessageSource messages;

    IncidentTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** The text, or the key itself where there is none. */
    String of(String key, Object... arguments) {
        return Objects.requireNonNullElse(
                messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale()), key);
    }

    /** What must be changed, by the field of a form: {@code note.text}. */
    Map<String, String> errors(String form, Problem problem) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (Problem.FieldError error : problem.fields()) {
            errors.put(
                    form + "." + error.field(),
                    of("error.field." + error.code(), error.arguments().toArray()));
        }
        if (errors.isEmpty()) {
            Object[] arguments = problem.arguments().toArray();
            String key = "error." + problem.code();
            errors.put(form, of(key, arguments) + of(key + ".action", arguments));
        }
        return errors;
    }
}
