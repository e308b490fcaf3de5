package dev.noroshi.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list says of a letter that it stands for.
 *
 * @param level 0 to 4, the highest first
 * @param values of the letter's places, as far as a list needs them
 */
record ListLine(String template, int level, Map<String, String> values) {

    /** Letters to officials of which many may come at once; answers to a person's own words are never gathered. */
    private static final Set<String> GATHERED = Set.of(
            "first-report-manager",
            "first-report-window",
            "call-decide",
            "call-alarm",
            "call-settled",
            "call-carried",
            "task-waiting",
            "role-unheld",
            "step-stuck",
            "exhausted",
            "informed",
            "report-reminder",
            "measure-reminder");

    /** Those that tell an end and ask nothing. */
    private static final Set<String> SETTLED = Set.of("call-settled", "call-carried");

    private static final Set<String> KEPT = Set.of(
            "language",
            "level",
            "what",
            "ask",
            "deadline",
            "climbAt",
            "climbTo",
            "link",
            "name",
            "role",
            "task",
            "answeredBy");

    /** Null for a letter that always leaves alone. */
    static @Nullable ListLine of(Letter letter, Map<String, String> values) {
        if (letter.incident().isBlank() || !GATHERED.contains(letter.template())) {
            return null;
        }
        Map<String, String> kept = new HashMap<>();
        values.forEach((name, value) -> {
            if (KEPT.contains(name)) {
                kept.put(name, value);
            }
        });
        int level = Integer.parseInt(values.getOrDefault("rank", "0"));
        return new ListLine(letter.template(), level, kept);
    }

    boolean isSettled() {
        return SETTLED.contains(template);
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    ListLine with(Map<String, String> newer) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(Letter.read(newer, Locale.forLanguageTag(value("language"))));
        return new ListLine(template, level, all);
    }
}
