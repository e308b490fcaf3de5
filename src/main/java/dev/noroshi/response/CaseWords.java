package dev.noroshi.response;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.escalation.CallSummary;
import dev.noroshi.incident.Incident;
import dev.noroshi.incident.Segments;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.workflow.BusinessKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What letters say of a case: what, where, when, the state now, what is asked and until when. */
@Component
class CaseWords {

    private static final String ENGLISH = "en.";

    private final MessageSource messages;
    private final JapaneseDates dates;
    private final Roster roster;

    CaseWords(MessageSource messages, JapaneseDates dates, Roster roster) {
        this.messages = messages;
        this.dates = dates;
        this.roster = roster;
    }

    /** @param ask message key of what is asked; its text is {@code response.ask.<ask>} */
    Map<String, String> of(Incident incident, String ask) {
        Map<String, String> words = facts(incident, ask, Locale.JAPANESE);
        facts(incident, ask, Locale.ENGLISH).forEach((name, text) -> words.put(ENGLISH + name, text));
        words.put(ENGLISH + "when", dates.table(incident.discoveredAt()));
        words.put("number", incident.number());
        words.put("rank", String.valueOf(incident.level()));
        words.put("when", dates.letter(incident.discoveredAt()));
        put(words, "deadline", "response.at-once");
        words.put("reporter", incident.facts().reporter().name());
        words.put("section", incident.facts().reporter().section());
        words.put(
                "contact",
                contact(
                        incident.facts().reporter().phone(),
                        incident.facts().reporter().email()));
        return words;
    }

    /** A further word, in both languages. */
    void put(Map<String, String> words, String name, String key, Object... arguments) {
        words.put(name, text(key, arguments));
        words.put(ENGLISH + name, text(Locale.ENGLISH, key, arguments));
    }

    /** A moment, as each language writes it; at null: there is none. */
    void putDeadline(Map<String, String> words, @Nullable Instant at) {
        if (at == null) {
            put(words, "deadline", "response.no-deadline");
        } else {
            words.put("deadline", dates.letter(at));
            words.put(ENGLISH + "deadline", dates.table(at));
        }
    }

    /** The same for a call, whose page is read in either language. */
    CallSummary summary(Incident incident, String subject) {
        String ask = BusinessKey.elementOf(subject);
        Map<String, String> japanese = of(incident, ask);
        Map<String, String> english = facts(incident, ask, Locale.ENGLISH);
        english.put("when", dates.table(incident.discoveredAt()));
        Segments.inSubject(incident.number(), subject).ifPresent(segment -> {
            japanese.put("where", where(incident, segment, Locale.JAPANESE));
            english.put("where", where(incident, segment, Locale.ENGLISH));
        });
        return new CallSummary(japanese, english, incident.drill());
    }

    private Map<String, String> facts(Incident incident, String ask, Locale locale) {
        Map<String, String> words = new HashMap<>();
        words.put("level", text(locale, "response.level", incident.level()));
        words.put("what", text(locale, "incident.type." + incident.type()));
        words.put("where", where(incident, locale));
        words.put("state", text(locale, "response.state." + incident.phase()));
        words.put("ask", text(locale, "response.ask." + ask));
        return words;
    }

    /** The name behind an account, or the account where the roster knows nobody. */
    @Nullable
    String nameOf(@Nullable String account) {
        return account == null
                ? null
                : roster.personOf(account).map(Person::name).orElse(account);
    }

    String text(String key, Object... arguments) {
        return text(Locale.JAPANESE, key, arguments);
    }

    String text(Locale locale, String key, Object... arguments) {
        return Objects.requireNonNullElse(messages.getMessage(key, arguments, key, locale), key);
    }

    private String where(Incident incident, Locale locale) {
        return where(incident, incident.facts().segment(), locale);
    }

    private String where(Incident incident, @Nullable String segment, Locale locale) {
        String section = incident.facts().reporter().section();
        return segment == null
                ? section
                : section + (locale.equals(Locale.JAPANESE) ? "・" : ", ") + text(locale, "response.segment." + segment);
    }

    private static String contact(@Nullable String phone, @Nullable String email) {
        if (phone == null) {
            return email == null ? "" : email;
        }
        return email == null ? phone : phone + " " + email;
    }
}
