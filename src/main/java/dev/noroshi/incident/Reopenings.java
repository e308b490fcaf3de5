package dev.noroshi.incident;

import static dev.noroshi.incident.Decision.Kind.REOPENING;
import static dev.noroshi.incident.Decision.Kind.REOPENING_ASKED;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 再開: a case that has ended is taken up again under its number, from its evaluation on; all that was stays on record. */
@Service
@Transactional
public class Reopenings {

    private static final Duration SECOND_CLICK = Duration.ofMinutes(1);
    /** Where a reopened case stands until the plan says otherwise. */
    private static final String PHASE = "triage";

    private final IncidentRepository incidents;
    private final Levels levels;
    private final Decisions decisions;
    private final Timeline timeline;
    private final CaseAccess access;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reopenings(
            IncidentRepository incidents,
            Levels levels,
            Decisions decisions,
            Timeline timeline,
            CaseAccess access,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.levels = levels;
        this.decisions = decisions;
        this.timeline = timeline;
        this.access = access;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens an ended case again, by the CSIRT's lead or the chief; the window and handlers ask them to. A second click
     * changes nothing.
     *
     * @param reason new facts, a report to correct, a recurrence
     * @return whether the case is open now; false when it was only asked for
     * @throws NotYours for everybody else
     */
    public boolean reopen(String number, String reason) {
        Actor actor = Actors.current();
        access.requireWork(actor, number);
        if (!actor.holdsAny(Roles.LEAD, Roles.CHIEF, Roles.WINDOW, Roles.HANDLER)) {
            throw new NotYours("incident.reopen");
        }
        Incident incident = incidents.lock(number);
        String why = FactsRules.text("reason", reason);
        boolean decides = decides(actor);
        if (decides ? repeated(number, REOPENING, why) : repeated(number, REOPENING_ASKED, why)) {
            return incident.open();
        }
        if (incident.open()) {
            throw new StillOpen(number);
        }
        if (decides) {
            open(incident, why);
        } else {
            decisions.put(number, REOPENING_ASKED, "ask", why);
            timeline.append(number, "reopening-asked", why);
            events.publishEvent(new IncidentEvent.ReopeningAsked(number, why));
        }
        return decides;
    }

    /** Whether the person opens the case again, or asks for it. */
    public static boolean decides(Actor actor) {
        return actor.holdsAny(Roles.LEAD, Roles.CHIEF);
    }

    private void open(Incident incident, String reason) {
        String number = incident.number();
        boolean wasIncident = "incident".equals(incident.outcome()) || "withdrawn".equals(incident.outcome());
        int level = wasIncident ? incident.level() : Math.max(incident.level(), levels.provisional(incident.facts()));
        decisions.put(number, REOPENING, "reopen", reason);
        incidents.reopen(number, PHASE, level, !wasIncident);
        timeline.append(number, "reopened", reason);
        journal.record("incident.reopened", number, reason);
        events.publishEvent(new IncidentEvent.Reopened(number, reason));
    }

    private boolean repeated(String number, String kind, String reason) {
        String account = Actors.current().account();
        Instant justNow = clock.instant().minus(SECOND_CLICK);
        return decisions
                .latest(number, kind)
                .filter(last -> last.by().equals(account) && reason.equals(last.reason()))
                .filter(last -> last.at().isAfter(justNow))
                .isPresent();
    }
}
