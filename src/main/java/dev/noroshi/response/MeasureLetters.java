package dev.noroshi.response;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.identity.Roles;
import dev.noroshi.incident.Incident;
import dev.noroshi.incident.Incidents;
import dev.noroshi.incident.Measure;
import dev.noroshi.incident.Measures;
import dev.noroshi.mail.Letter;
import dev.noroshi.mail.Mails;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reminders of measures: to the owner, and to the window, each once for each time. */
@Component
class MeasureLetters {

    private final Mails mails;
    private final Roster roster;
    private final Incidents incidents;
    private final Measures measures;
    private final CaseWords words;
    private final JapaneseDates dates;
    private final Clock clock;

    MeasureLetters(
            Mails mails,
            Roster roster,
            Incidents incidents,
            Measures measures,
            CaseWords words,
            JapaneseDates dates,
            Clock clock) {
        this.mails = mails;
        this.roster = roster;
        this.incidents = incidents;
        this.measures = measures;
        this.words = words;
        this.dates = dates;
        this.clock = clock;
    }

    void remind(Measure measure) {
        Incident incident = incidents.of(measure.incident());
        boolean overdue = measure.overdueOn(measures.today());
        Map<String, String> facts = words.of(incident, overdue ? "measure-overdue" : "measure");
        words.put(facts, "state", overdue ? "response.measure.overdue" : "incident.measure.state." + measure.state());
        facts.put("deadline", dates.letter(measure.due()));
        facts.put("en.deadline", dates.table(measure.due()));
        facts.put("measure", measure.what());
        facts.put("owner", measure.ownerName());
        List<String> to = Stream.concat(
                        measures.peopleFor(measure).stream(), roster.holders(Roles.WINDOW, clock.instant()).stream())
                .map(Person::email)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        String key = measure.id() + "/reminder/" + (measure.remindedAt() == null ? "first" : measure.remindedAt());
        if (!to.isEmpty()) {
            mails.queue(new Letter(key, incident.number(), to, "measure-reminder", facts, null, incident.drill()));
        }
    }
}
