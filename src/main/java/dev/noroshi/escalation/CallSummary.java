package dev.noroshi.escalation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the person called must know at two in the morning.
 *
 * @param facts for the letter's places: what, where, when, state, ask; plain text
 * @param english the same for who reads the call's page in English; what is missing is read as it stands in the letter
 * @param drill 【訓練】
 */
public record CallSummary(Map<String, String> facts, Map<String, String> english, boolean drill) {

    private static final String ENGLISH = "en.";

    public CallSummary {
        facts = Map.copyOf(facts);
        english = Map.copyOf(english);
    }

    /** Both languages in one, as they are kept with the call. */
    Map<String, String> kept() {
        Map<String, String> kept = new HashMap<>(facts);
        english.forEach((name, words) -> kept.put(ENGLISH + name, words));
        return kept;
    }

    /** What was kept, as a reader of this language reads it. */
    static Map<String, String> read(Map<String, String> kept, Locale reader) {
        Map<String, String> facts = new HashMap<>();
        kept.forEach((name, words) -> {
            if (!name.startsWith(ENGLISH)) {
                boolean english = reader.getLanguage().equals(Locale.ENGLISH.getLanguage());
                facts.put(name, english ? kept.getOrDefault(ENGLISH + name, words) : words);
            }
        });
        return facts;
    }
}
