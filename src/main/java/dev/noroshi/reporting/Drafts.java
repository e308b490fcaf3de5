package dev.noroshi.reporting;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.incident.Facts;
import dev.noroshi.incident.Incident;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes a first draft from the facts, in the order of the nine items of 個情法施行規則44条; a body in Japan reads it, so it
 * is Japanese whatever language the author's screen has.
 */
@Component
class Drafts {

    private final MessageSource messages;
    private final Bases bases;
    private final JapaneseDates dates;
    private final Clock clock;

    Drafts(MessageSource messages, JapaneseDates dates, Clock clock, Bases bases) {
        this.bases = bases;
        this.messages = messages;
        this.dates = dates;
        this.clock = clock;
    }

    String draft(Report report, Incident incident) {
        Facts facts = incident.facts();
        StringBuilder text = new StringBuilder();
        if (incident.drill()) {
            text.append(word("reporting.draft.drill")).append("\n");
        }
        line(
                text,
                "title",
                word("reporting.addressee." + report.addressee()) + " " + word("reporting.kind." + report.kind()));
        line(text, "number", incident.number());
        line(text, "date", dates.letter(clock.instant()));
        line(text, "discovered", dates.letter(incident.discoveredAt()));
        line(text, "occurred", facts.occurredAt() == null ? unknown() : dates.letter(facts.occurredAt()));
        line(text, "overview", word("incident.type." + facts.type()) + "。" + facts.description());
        line(text, "level", "L" + incident.level());
        if (report.addressee().equals("ppc")) {
            personal(text, facts);
        }
        line(
                text,
                "measures",
                facts.actionsTaken() == null || facts.actionsTaken().isEmpty()
                        ? unknown()
                        : String.join("、", facts.actionsTaken()));
        line(text, "prevention", unknown());
        line(text, "basis", bases.words(report.basis(), Locale.JAPANESE));
        return text.toString().strip();
    }

    private void personal(StringBuilder text, Facts facts) {
        @Nullable Long persons = facts.persons();
        line(text, "persons", persons == null ? unknown() : word("reporting.draft.persons.count", persons));
        line(text, "cause", unknown());
        line(text, "secondary", unknown());
        line(text, "notice", unknown());
        line(text, "publication", unknown());
    }

    private void line(StringBuilder text, String item, String value) {
        text.append(word("reporting.draft." + item)).append("：").append(value).append("\n");
    }

    private String unknown() {
        return word("reporting.draft.unknown");
    }

    private String word(String key, Object... arguments) {
        return Objects.requireNonNullElse(messages.getMessage(key, arguments, key, Locale.JAPANESE), key);
    }
}
