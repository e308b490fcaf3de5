package dev.noroshi.task;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.workflow.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a person filled in, for the record: a line for each answer, in the city's language, long texts shortened. */
@Component
class AnswerWords {

    private static final int LONGEST = 200;

    private final MessageSource messages;
    private final JapaneseDates dates;

    AnswerWords(MessageSource messages, JapaneseDates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    String of(String form, List<Field> fields, Map<String, Object> values) {
        return fields.stream()
                .filter(field -> values.containsKey(field.name()))
                .map(field -> {
                    String key = "form." + form + "." + field.name();
                    return text(key, field.name()) + "：" + shown(key, Objects.requireNonNull(values.get(field.name())));
                })
                .collect(Collectors.joining("\n"));
    }

    private String shown(String key, Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(one -> shown(key, one)).collect(Collectors.joining("、"));
        }
        if (value instanceof Instant at) {
            return dates.table(at);
        }
        if (value instanceof LocalDate day) {
            return dates.table(day);
        }
        if (value instanceof Boolean yes) {
            return text("incident.answer." + (yes ? "yes" : "no"), value.toString());
        }
        String words = value.toString().replaceAll("\\s+", " ");
        String option = text(key + "." + words, words);
        return option.length() <= LONGEST
                ? option
                : option.substring(0, option.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }

    private String text(String key, String otherwise) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, otherwise, Locale.JAPANESE), otherwise);
    }
}
