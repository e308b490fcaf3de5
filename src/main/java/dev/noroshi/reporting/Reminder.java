package dev.noroshi.reporting;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.incident.Incident;
import dev.noroshi.mail.Letter;
import dev.noroshi.mail.Mails;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reminds (督促) those who write a report that its deadline nears. */
@Component
class Reminder {

    private static final String REMINDER = "/reminder";

    private final Mails mails;
    private final Roster roster;
    private final CaseAccess access;
    private final MessageSource messages;
    private final Bases bases;
    private final JapaneseDates dates;
    private final Clock clock;

    Reminder(
            Mails mails,
            Roster roster,
            CaseAccess access,
            MessageSource messages,
            JapaneseDates dates,
            Clock clock,
            Bases bases) {
        this.bases = bases;
        this.mails = mails;
        this.roster = roster;
        this.access = access;
        this.messages = messages;
        this.dates = dates;
        this.clock = clock;
    }

    /** To the holders of the roles that the step names. */
    void send(Report report, Incident incident, Reminders.Step step) {
        List<String> to = addresses(incident.number(), step.roles());
        if (!to.isEmpty()) {
            mails.queue(new Letter(
                    key(report) + "/" + step.number(),
                    incident.number(),
                    to,
                    "report-reminder",
                    values(report, incident, step),
                    null,
                    incident.drill()));
        }
    }

    /** Of those holders of the roles who may read the case. */
    List<String> addresses(String incident, List<String> roles) {
        CaseAccess.Readers readers = access.readersOf(incident);
        return roles.stream()
                .flatMap(role -> roster.holders(role, clock.instant()).stream()
                        .filter(person -> readers.include(role, person.account())))
                .map(Person::email)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** What the keys of all reminders of a report begin with. */
    static String key(Report report) {
        return report.id() + REMINDER;
    }

    /** What a letter about another deadline calls it. */
    String moved(Locale locale, Report report) {
        String kind = word(locale, "reporting.kind." + report.kind());
        String addressee = word(locale, "reporting.addressee." + report.addressee());
        return messages.getMessage("reporting.moved", new Object[] {kind, addressee}, locale);
    }

    private Map<String, String> values(Report report, Incident incident, Reminders.Step step) {
        Map<String, String> values = new HashMap<>();
        words(report, incident, step, Locale.JAPANESE).forEach(values::put);
        words(report, incident, step, Locale.ENGLISH).forEach((name, text) -> values.put("en." + name, text));
        values.put("number", incident.number());
        values.put("level", "L" + incident.level());
        values.put("where", incident.facts().reporter().section());
        return values;
    }

    private Map<String, String> words(Report report, Incident incident, Reminders.Step step, Locale locale) {
        Map<String, String> words = new HashMap<>();
        words.put("what", word(locale, "incident.type." + incident.type()));
        words.put("when", at(locale, incident.discoveredAt()));
        words.put("state", word(locale, "reporting.state." + report.state()));
        words.put("ask", word(locale, "reporting.reminder.ask." + step.urgency()));
        words.put("deadline", deadline(locale, report));
        words.put("report", word(locale, "reporting.kind." + report.kind()));
        words.put("addressee", word(locale, "reporting.addressee." + report.addressee()));
        words.put("channel", word(locale, "reporting.channel." + report.channel()));
        words.put("basis", bases.words(report.basis(), locale));
        return words;
    }

    private String at(Locale locale, Instant at) {
        return locale.equals(Locale.JAPANESE) ? dates.letter(at) : dates.table(at);
    }

    /** As letters give it, to the minute or the day. */
    String deadline(Locale locale, Report report) {
        if (report.dueOn() != null) {
            return locale.equals(Locale.JAPANESE) ? dates.letter(report.dueOn()) : dates.table(report.dueOn());
        }
        return report.dueAt() == null ? word(locale, "reporting.no-due") : at(locale, report.dueAt());
    }

    private String word(Locale locale, String key) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, key, locale), key);
    }
}
