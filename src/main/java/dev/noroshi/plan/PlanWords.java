package dev.noroshi.plan;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The names of the plan's elements in the reader's language. */
@Component("planWords")
public class PlanWords {

    private final MessageSource messages;

    PlanWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The model's own name is Japanese, and what counts: the English one is given only while the shipped name stands,
     * so that a step renamed in a revised edition never goes by its old name.
     */
    public String of(String element, String name) {
        String key = "plan.element." + element;
        boolean shipped = name.equals(messages.getMessage(key, null, "", Locale.JAPANESE));
        String words = shipped ? messages.getMessage(key, null, name, LocaleContextHolder.getLocale()) : name;
        return words == null ? name : words;
    }
}
