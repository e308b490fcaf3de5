package dev.noroshi.incident;

import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.Roles;
import dev.noroshi.journal.Journal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Corrects what is known of a case: old → new stays in the timeline, and the level follows the facts. */
@Component
class Corrections {

    private final IncidentRepository incidents;
    private final FactsDocument document;
    private final FactChanges changed;
    private final Levels levels;
    private final Timeline timeline;
    private final CaseAccess access;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Corrections(
            IncidentRepository incidents,
            FactsDocument document,
            FactChanges changed,
            Levels levels,
            Timeline timeline,
            CaseAccess access,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.document = document;
        this.changed = changed;
        this.levels = levels;
        this.timeline = timeline;
        this.access = access;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Does nothing where nothing is different.
     *
     * @param changes merged into the facts by name; null takes an answer away
     */
    void apply(Incident incident, Map<String, ?> changes, String reason) {
        String number = incident.number();
        Facts facts = document.merged(incident.facts(), changes);
        FactsRules.check(facts, clock.instant());
        List<Saying> lines = changed.between(incident.facts(), facts);
        if (lines.isEmpty()) {
            return;
        }
        incidents.facts(number, facts);
        timeline.append(
                number,
                "corrected",
                Stream.concat(lines.stream(), Stream.of(Saying.verbatim(reason)))
                        .toList());
        journal.record("incident.corrected", number, reason);
        if (facts.type().equals(IncidentTypes.INSIDER) && !incident.restricted()) {
            incidents.restrict(number);
            access.grant(number, Audiences.few(incident.reporterAccount()));
            if (incident.evaluatedAt() != null) {
                access.admit(number, Roles.CISO);
            }
            timeline.append(number, "restricted", "");
        }
        levels.reconsider(incident.facts(), incidents.lock(number));
        events.publishEvent(new IncidentEvent.FactsCorrected(number));
    }
}
