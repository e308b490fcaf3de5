package dev.noroshi.incident;

import dev.noroshi.web.TextRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts among a form's answers: checked as every text is, empty when left out. */
final class Words {

    private Words() {}

    static String in(Map<String, Object> values, String field) {
        @Nullable Object value = values.get(field);
        return value instanceof String text && !TextRules.isBlank(text) ? FactsRules.text(field, text) : "";
    }

    /** The answer to a choice that must be made. */
    static String chosen(Map<String, Object> values, String field) {
        @Nullable Object value = values.get(field);
        return value == null ? "" : value.toString();
    }
}
