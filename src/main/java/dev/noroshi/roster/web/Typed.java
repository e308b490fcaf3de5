package dev.noroshi.roster.web;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.web.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Reads what was typed into a form; blank is null, and what cannot be read is refused with a word. */
record Typed(Map<String, String> form) {

    @Nullable
    Long number(String name) {
        String typed = text(name);
        if (typed != null && !typed.matches("\\d{1,9}")) {
            throw new InvalidInput(name, "type");
        }
        return typed == null ? null : Long.valueOf(typed);
    }

    /** In Tokyo. */
    @Nullable
    Instant moment(String name) {
        return parsed(
                name,
                "datetime",
                typed -> LocalDateTime.parse(typed)
                        .atZone(BusinessCalendar.TOKYO)
                        .toInstant());
    }

    @Nullable
    LocalDate day(String name) {
        return parsed(name, "day", LocalDate::parse);
    }

    @Nullable
    String text(String name) {
        String typed = form.getOrDefault(name, "").strip();
        return typed.isEmpty() ? null : typed;
    }

    /** What must be changed, by the name of the input. */
    static Map<String, String> errors(InvalidInput invalid, MessageSource messages, Locale locale) {
        return invalid.fields().stream()
                .collect(Collectors.toMap(
                        field -> field.field(),
                        field -> messages.getMessage(
                                "error.field." + field.code(), field.arguments().toArray(), locale),
                        (first, second) -> first));
    }

    private <T> @Nullable T parsed(String name, String code, Function<String, T> parser) {
        String typed = text(name);
        try {
            return typed == null ? null : parser.apply(typed);
        } catch (DateTimeParseException broken) {
            throw new InvalidInput(name, code);
        }
    }
}
