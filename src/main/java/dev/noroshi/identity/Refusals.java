package dev.noroshi.identity;

import dev.noroshi.web.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gives a refused form back: what must be changed beside each field, and everything typed but passwords. */
@Component
class Refusals {

    private final MessageSource messages;

    Refusals(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param otherwise the field that a problem without fields is about
     * @param typed by the name of the input
     */
    void explain(Problem refused, String otherwise, Map<String, String> typed, Locale locale, Model model) {
        Map<String, String> errors = new LinkedHashMap<>();
        refused.fields()
                .forEach(error -> errors.putIfAbsent(
                        error.field(), text("error.field." + error.code(), error.arguments(), locale)));
        if (errors.isEmpty()) {
            errors.put(
                    otherwise,
                    text("error." + refused.code(), refused.arguments(), locale)
                            + text("error." + refused.code() + ".action", refused.arguments(), locale));
        }
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
    }

    private String text(String key, List<Object> arguments, Locale locale) {
        return messages.getMessage(key, arguments.toArray(), locale);
    }
}
