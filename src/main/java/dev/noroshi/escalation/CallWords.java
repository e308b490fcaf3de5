package dev.noroshi.escalation;

import dev.noroshi.calendar.JapaneseDates;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words of letters about calls, in both languages: {@code name} in Japanese, {@code en.name} in English. */
@Component
class CallWords {

    private static final String ENGLISH = "en.";

    private final MessageSource messages;
    private final JapaneseDates dates;

    CallWords(MessageSource messages, JapaneseDates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    void put(Map<String, String> values, String name, String key, Object... arguments) {
        putBoth(values, name, locale -> text(locale, key, arguments));
    }

    void putRole(Map<String, String> values, String name, String role) {
        putBoth(values, name, locale -> role(locale, role));
    }

    void putMoment(Map<String, String> values, String name, Instant at) {
        putBoth(values, name, locale -> moment(locale, at));
    }

    void putBoth(Map<String, String> values, String name, Function<Locale, String> words) {
        values.put(name, words.apply(Locale.JAPANESE));
        values.put(ENGLISH + name, words.apply(Locale.ENGLISH));
    }

    String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage("escalation." + key, arguments, locale);
    }

    String role(Locale locale, String key) {
        return messages.getMessage("role." + key, null, locale);
    }

    String moment(Locale locale, Instant at) {
        return locale.equals(Locale.JAPANESE) ? dates.letter(at) : dates.table(at);
    }
}
