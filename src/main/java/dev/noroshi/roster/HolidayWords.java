package dev.noroshi.roster;

import dev.noroshi.calendar.Holiday;
import dev.noroshi.calendar.NationalHolidays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What holidays are called; in Japanese as the act does, and so the official list. */
@Component
public class HolidayWords {

    private static final String KEY = "calendar.holiday.";

    private final MessageSource messages;

    HolidayWords(MessageSource messages) {
        this.messages = messages;
    }

    /** In the reader's language, as far as the day is one that is known; else its official name. */
    public String named(Holiday holiday, Locale reader) {
        String word = holiday.word();
        return word == null
                ? Objects.requireNonNullElse(holiday.name(), "")
                : messages.getMessage(KEY + word, null, reader);
    }

    String official(String word) {
        return messages.getMessage(KEY + word, null, Locale.JAPANESE);
    }

    /** Of a day that the act names. */
    Optional<String> wordOf(String official) {
        return NationalHolidays.words().stream()
                .filter(word -> official(word).equals(official))
                .findFirst();
    }
}
