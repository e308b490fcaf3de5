package dev.noroshi.task.web;

import dev.noroshi.task.web.FieldViews.FieldView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers in rows on a page: inputs are named {@code measures.0.due}. */
final class FormRows {

    /** Rows that stand ready beyond those already filled in. */
    private static final int EMPTY = 3;

    private static final Pattern INPUT = Pattern.compile("(\\w+)\\.(\\d{1,3})\\.(\\w+)");

    private FormRows() {}

    /** The same answers, with those of rows gathered into lists. */
    static Map<String, Object> gathered(Map<String, Object> answers) {
        Map<String, Object> gathered = new LinkedHashMap<>();
        Map<String, Map<Integer, Map<String, Object>>> rows = new LinkedHashMap<>();
        answers.forEach((name, value) -> {
            Matcher input = INPUT.matcher(name);
            if (input.matches()) {
                rows.computeIfAbsent(input.group(1), it -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(input.group(2)), it -> new LinkedHashMap<>())
                        .put(input.group(3), value);
            } else {
                gathered.put(name, value);
            }
        });
        rows.forEach((name, byPlace) -> gathered.put(name, new ArrayList<>(byPlace.values())));
        return gathered;
    }

    /** What the inputs of a field show: the rows there are, and empty ones. */
    static List<Map<String, Object>> shown(FieldView field, @Nullable Object value) {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (value instanceof List<?> given) {
            for (Object one : given) {
                Map<String, Object> row = new LinkedHashMap<>();
                ((Map<?, ?>) one).forEach((name, cell) -> row.put(String.valueOf(name), cell));
                rows.add(row);
            }
        }
        for (int i = 0; i < EMPTY; i++) {
            rows.add(new LinkedHashMap<>());
        }
        return rows;
    }
}
