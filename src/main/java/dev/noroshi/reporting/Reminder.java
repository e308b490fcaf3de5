package dev.noroshi.reporting;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.incident.Incident;
import dev.noroshi.mail.Letter;
import dev.noroshi.mail.Mails;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import java.time.Clock;
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
        CaseAccess.Readers readers = access.readersOf(incident.number());
        List<String> to = step.roles().stream()
                .flatMap(role -> roster.holders(role, clock.instant()).stream()
                        .filter(person -> readers.include(role, person.account())))
                .map(Person::email)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!to.isEmpty()) {
            mails.queue(new Letter(
                    report.id() + "/reminder/" + step.number(),
                    incident.number(),
                    to,
                    "report-reminder",
                    values(report, incident, step),
                    null,
                    incident.drill()));
        }
    }

    private Map<String, String> values(Report report, Incident incident, Reminders.Step step) {
        Map<String, String> values = new HashMap<>();
        values.put("number", incident.number());
        values.put("level", "L" + incident.level());
        values.put("what", word("incident.type." + incident.type()));
        values.put("where", incident.facts().reporter().section());
        values.put("when", dates.letter(incident.discoveredAt()));
        values.put("state", word("reporting.state." + report.state()));
        values.put("ask", word("reporting.reminder.ask." + step.urgency()));
        values.put("deadline", deadline(report));
        values.put("report", word("reporting.kind." + report.kind()));
        values.put("addressee", word("reporting.addressee." + report.addressee()));
        values.put("channel", word("reporting.channel." + report.channel()));
        values.put("basis", bases.words(report.basis(), Locale.JAPANESE));
        return values;
    }

    private String deadline(Report report) {
        if (report.dueOn() != null) {
            return dates.letter(report.dueOn());
        }
        return report.dueAt() == null ? word("reporting.no-due") : dates.letter(report.dueAt());
    }

    private String word(String key) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, key, Locale.JAPANESE), key);
    }
}
