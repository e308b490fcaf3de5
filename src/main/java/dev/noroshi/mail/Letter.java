package dev.noroshi.mail;

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
 * @param values for the template's {@code {{name}}} places; plain text, never markup
 * @param language its template's; null for that of the settings. Values are in it already
 * @param token answers carry it in the subject; null when no answer is expected
 */
public record Letter(
        String key,
        String incident,
        List<String> to,
        String template,
        Map<String, String> values,
        @Nullable String token,
        boolean drill,
        @Nullable Locale language) {

    /** In the language of the settings. */
    public Letter(
            String key,
            String incident,
            List<String> to,
            String template,
            Map<String, String> values,
            @Nullable String token,
            boolean drill) {
        this(key, incident, to, template, values, token, drill, null);
    }

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

    Optional<String> answerToken() {
        return Optional.ofNullable(token);
    }
}
