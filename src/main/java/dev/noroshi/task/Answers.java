package dev.noroshi.task;

import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Problem.FieldError;
import dev.noroshi.web.TextRules;
import dev.noroshi.workflow.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what came from JSON or a page into the values that a form's fields ask for. */
final class Answers {

    private static final int LONGEST = 10_000;
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private Answers() {}

    /** @throws InvalidInput naming every field that does not fit */
    static Map<String, Object> read(List<Field> fields, Map<String, ? extends @Nullable Object> given) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        given.keySet().stream()
                .filter(name -> fields.stream().noneMatch(field -> field.name().equals(name)))
                .forEach(name -> errors.add(new FieldError(name, "unknown")));
        for (Field field : fields) {
            @Nullable Object raw = given.get(field.name());
            if (raw == null || raw instanceof String text && TextRules.isBlank(text)) {
                if (field.required()) {
                    errors.add(new FieldError(field.name(), "required"));
                }
                continue;
            }
            if (field.type() == Field.Type.TEXT && raw instanceof String text) {
                TextRules.text(field.name(), text, LONGEST)
                        .ifPresentOrElse(errors::add, () -> values.put(field.name(), text.strip()));
                continue;
            }
            if (!field.columns().isEmpty() && raw instanceof Collection<?> rows) {
                List<FieldError> misfits = new ArrayList<>();
                values.put(field.name(), Rows.read(field, rows, misfits));
                errors.addAll(misfits);
                continue;
            }
            read(field, raw)
                    .ifPresentOrElse(
                            value -> values.put(field.name(), value),
                            () -> errors.add(new FieldError(field.name(), misfit(field))));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return values;
    }

    private static Optional<Object> read(Field field, Object raw) {
        try {
            return switch (field.type()) {
                case TEXT -> Optional.empty();
                case CHOICE ->
                    raw instanceof String option && field.options().contains(option)
                            ? Optional.of(option)
                            : Optional.empty();
                case BOOLEAN -> bool(raw);
                case INTEGER -> integer(raw);
                case DATE -> Optional.of(LocalDate.parse(raw.toString()));
                case DATETIME -> Optional.of(instant(raw.toString()));
                case CHOICES -> choices(field, raw);
            };
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String misfit(Field field) {
        return switch (field.type()) {
            case CHOICE, CHOICES -> "choice";
            case DATE, DATETIME -> "datetime";
            case INTEGER -> "number";
            case TEXT, BOOLEAN -> "type";
        };
    }

    private static Optional<Object> bool(Object raw) {
        if (raw instanceof Boolean) {
            return Optional.of(raw);
        }
        return "true".equals(raw) || "false".equals(raw) ? Optional.of("true".equals(raw)) : Optional.empty();
    }

    private static Optional<Object> integer(Object raw) {
        if (raw instanceof Integer || raw instanceof Long) {
            return Optional.of(((Number) raw).longValue());
        }
        return raw instanceof String text ? Optional.of(Long.parseLong(text.strip())) : Optional.empty();
    }

    private static Instant instant(String text) {
        return text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d$")
                ? java.time.OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(TOKYO).toInstant();
    }

    private static Optional<Object> choices(Field field, Object raw) {
        Collection<?> given = raw instanceof Collection<?> many ? many : List.of(raw);
        boolean known = given.stream().allMatch(option -> field.options().contains(String.valueOf(option)));
        return known
                ? Optional.of(given.stream().map(String::valueOf).distinct().toList())
                : Optional.empty();
    }
}
