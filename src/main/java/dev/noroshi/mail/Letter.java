package dev.noroshi.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A letter to be sent once.
 *
 * @param key unique for what is told to whom, such as {@code R8-0001-C1/1}: the same key is never sent twice
 * @param to addresses, each a mailbox
 * @param template name below {@code letters/}: {@code letters/<template>_ja.txt}, whose first line is the subject
 * @param values for the places of the template; plain text, never markup. Those of people who read English come from
 *     {@code en.<name>} where there is one
 * @param token answers carry it in the subject; null when no answer is expected
 */
public record Letter(
        String key,
        String incident,
        List<String> to,
        String template,
        Map<String, String> values,
        @Nullable String token,
        boolean drill) {

    /** Values with names that begin so are for who reads English. */
    private static final String ENGLISH = "en.";

    /** Templates by which somebody is alarmed, and by which those who were alarmed learn what became of it. */
    private static final Set<String> ALARMS = Set.of(
            "first-report-manager",
            "first-report-window",
            "call-decide",
            "call-alarm",
            "call-settled",
            "call-carried",
            "answer-counted",
            "answer-unclear",
            "absence-noted",
            "delegation-noted",
            "delegation-passed-on",
            "list-counted",
            "list-unclear",
            "answer-noted",
            "role-unheld",
            "step-stuck",
            "exhausted");

    public Letter {
        to = List.copyOf(to);
        values = Map.copyOf(values);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("a letter without addressee: " + key);
        }
    }

    /** Whether it leaves before ordinary letters, however many of those wait. */
    boolean isAlarm() {
        return ALARMS.contains(template);
    }

    /** The same to some of its addressees. */
    Letter to(List<String> some, String ownKey) {
        return new Letter(ownKey, incident, some, template, values, token, drill);
    }

    /** The values as somebody reads them who has letters in this language. */
    Map<String, String> read(Locale reader) {
        return read(values, reader);
    }

    static Map<String, String> read(Map<String, String> values, Locale reader) {
        boolean english = reader.getLanguage().equals(Locale.ENGLISH.getLanguage());
        Map<String, String> read = new HashMap<>();
        values.forEach((name, value) -> {
            if (!name.startsWith(ENGLISH)) {
                read.put(name, english ? values.getOrDefault(ENGLISH + name, value) : value);
            }
        });
        return read;
    }

    Optional<String> answerToken() {
        return Optional.ofNullable(token);
    }
}
