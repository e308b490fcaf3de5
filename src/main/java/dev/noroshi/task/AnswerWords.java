package dev.noroshi.task;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.incident.Saying;
import dev.noroshi.workflow.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a person filled in, for the record: a line for each answer, long texts shortened. */
@Component
class AnswerWords {

    private static final int LONGEST = 200;

    private final MessageSource messages;
    private final JapaneseDates dates;

    AnswerWords(MessageSource messages, JapaneseDates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    List<Saying> of(String form, List<Field> fields, Map<String, Object> values) {
        return fields.stream()
                .filter(field -> values.containsKey(field.name()))
                .map(field -> {
                    String key = "form." + form + "." + field.name();
                    return Saying.pair(
                            text(key, field.name()), shown(key, Objects.requireNonNull(values.get(field.name()))));
                })
                .toList();
    }

    private Saying shown(String key, Object value) {
        if (value instanceof Collection<?> several) {
            return Saying.enumeration(
                    several.stream().map(one -> shown(key, one)).toList());
        }
        if (value instanceof Map<?, ?> row) {
            return Saying.enumeration(row.entrySet().stream()
                    .map(one -> shown(key + "." + one.getKey(), Objects.requireNonNull(one.getValue())))
                    .toList());
        }
        if (value instanceof Instant at) {
            return Saying.verbatim(dates.table(at));
        }
        if (value instanceof LocalDate day) {
            return Saying.verbatim(dates.table(day));
        }
        if (value instanceof Boolean yes) {
            return text("incident.answer." + (yes ? "yes" : "no"), value.toString());
        }
        String words = value.toString().replaceAll("\\s+", " ");
        return text(key + "." + words, words);
    }

    /** The message, or the words themselves where there is none. */
    private Saying text(String key, String otherwise) {
        return messages.getMessage(key, null, null, Locale.JAPANESE) == null
                ? Saying.verbatim(clipped(otherwise))
                : Saying.phrase(key);
    }

    private static String clipped(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, words.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }
}
