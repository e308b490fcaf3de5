package dev.noroshi.task;

import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Problem.FieldError;
import dev.noroshi.workflow.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer in rows: each like a small form of its own; an empty one does not count. */
final class Rows {

    private static final int MOST = 50;

    private Rows() {}

    /** @param errors gets what does not fit, as {@code measures.0.due} */
    static List<Map<String, Object>> read(Field field, Collection<?> given, List<FieldError> errors) {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (given.size() > MOST) {
            errors.add(new FieldError(field.name(), "too-many", MOST));
            return rows;
        }
        int place = 0;
        for (Object one : given) {
            String path = field.name() + "." + place++;
            if (!(one instanceof Map<?, ?> row)) {
                errors.add(new FieldError(path, "type"));
            } else if (row.values().stream().anyMatch(Rows::filled)) {
                rows.add(row(field, path, row, errors));
            }
        }
        if (rows.isEmpty() && field.required() && errors.isEmpty()) {
            errors.add(new FieldError(field.name(), "required"));
        }
        return rows;
    }

    private static Map<String, Object> row(Field field, String path, Map<?, ?> given, List<FieldError> errors) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        given.forEach((name, value) -> named.put(String.valueOf(name), value));
        try {
            return Answers.read(field.columns(), named);
        } catch (InvalidInput invalid) {
            invalid.fields()
                    .forEach(error ->
                            errors.add(new FieldError(path + "." + error.field(), error.code(), error.arguments())));
            return Map.of();
        }
    }

    private static boolean filled(@Nullable Object value) {
        return value != null && !value.toString().isBlank();
    }
}
