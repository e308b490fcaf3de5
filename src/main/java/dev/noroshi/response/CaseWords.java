package dev.noroshi.response;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.incident.Incident;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
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
        Map<String, String> words = new HashMap<>();
        words.put("number", incident.number());
        words.put("level", text("response.level", incident.level()));
        words.put("what", text("incident.type." + incident.type()));
        words.put("where", where(incident));
        words.put("when", dates.letter(incident.discoveredAt()));
        words.put("state", text("response.state." + incident.phase()));
        words.put("ask", text("response.ask." + ask));
        words.put("deadline", text("response.at-once"));
        words.put("reporter", incident.facts().reporter().name());
        words.put("section", incident.facts().reporter().section());
        words.put(
                "contact",
                contact(
                        incident.facts().reporter().phone(),
                        incident.facts().reporter().email()));
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
        return Objects.requireNonNullElse(messages.getMessage(key, arguments, key, Locale.JAPANESE), key);
    }

    private String where(Incident incident) {
        @Nullable String segment = incident.facts().segment();
        String section = incident.facts().reporter().section();
        return segment == null ? section : section + "・" + text("response.segment." + segment);
    }

    private static String contact(@Nullable String phone, @Nullable String email) {
        if (phone == null) {
            return email == null ? "" : email;
        }
        return email == null ? phone : phone + " " + email;
    }
}
