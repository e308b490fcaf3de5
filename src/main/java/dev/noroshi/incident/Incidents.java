package dev.noroshi.incident;

import static dev.noroshi.incident.Decision.Kind.EVALUATION;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.journal.Journal;
import dev.noroshi.web.IfMatch;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases: opened once, worked on by those who may, ended with an outcome; everything leaves a line in the timeline. */
@Service
@Transactional
public class Incidents {

    private static final Duration SECOND_CLICK = Duration.ofMinutes(1);

    private final IncidentRepository incidents;
    private final Levels levels;
    private final Decisions decisions;
    private final Evaluations evaluations;
    private final Timeline timeline;
    private final Corrections corrections;
    private final Withdrawals withdrawals;
    private final CaseAccess access;
    private final BusinessCalendar calendar;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Incidents(
            IncidentRepository incidents,
            Levels levels,
            Decisions decisions,
            Evaluations evaluations,
            Timeline timeline,
            Corrections corrections,
            Withdrawals withdrawals,
            CaseAccess access,
            BusinessCalendar calendar,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.levels = levels;
        this.decisions = decisions;
        this.evaluations = evaluations;
        this.timeline = timeline;
        this.corrections = corrections;
        this.withdrawals = withdrawals;
        this.access = access;
        this.calendar = calendar;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a case and gives its number, all in the caller's transaction. */
    public String open(NewIncident report) {
        Instant now = clock.instant();
        FactsRules.check(report.facts(), now);
        int year = calendar.fiscalYear(now);
        int sequence = incidents.nextNumber(year, report.drill());
        String number = String.format("R%d-%s%04d", year - 2018, report.drill() ? "D" : "", sequence);
        incidents.insert(number, report, levels.provisional(report.facts()), now);
        access.grant(number, Audiences.of(report));
        timeline.append(number, "received", report.facts().description());
        journal.record("incident.opened", number, null);
        events.publishEvent(new IncidentEvent.Opened(number));
        return number;
    }

    /** The case, for whoever may see it; that it was seen is written down. */
    public Incident view(String number) {
        Actor actor = Actors.current();
        access.requireSee(actor, number);
        if (!actor.isSystem()) {
            journal.record("incident.viewed", number, null);
        }
        return incidents.get(number);
    }

    /** The case, for whoever may work on it while it is open. */
    @Transactional(readOnly = true)
    public Incident workable(String number) {
        access.requireWork(Actors.current(), number);
        Incident incident = incidents.get(number);
        incident.requireOpen();
        return incident;
    }

    /** What was corrected last, by whom and why. */
    @Transactional(readOnly = true)
    public Optional<TimelineEntry> latestCorrection(String number) {
        access.requireInside(Actors.current(), number);
        return timeline.latest(number, "corrected");
    }

    /** The case, for packages that have checked already or act for the plan. */
    @Transactional(readOnly = true)
    public Incident of(String number) {
        return incidents.get(number);
    }

    /** By number, in one reading, for lists of what the reader may see already. */
    @Transactional(readOnly = true)
    public Map<String, IncidentHeading> headings(Set<String> numbers) {
        return incidents.headings(numbers);
    }

    @Transactional(readOnly = true)
    public Page<Incident> search(IncidentQuery query, PageRequest page) {
        return incidents.search(Actors.current(), query, page);
    }

    public Page<TimelineEntry> timeline(String number, PageRequest page, TimelineOrder order) {
        access.requireInside(Actors.current(), number);
        journal.record("incident.timeline-viewed", number, null);
        return timeline.of(number, page, order);
    }

    /** The numbers of all open cases, drills too. */
    @Transactional(readOnly = true)
    public List<String> openNumbers() {
        return incidents.openNumbers();
    }

    /** Writes a line into the timeline; {@code kind} is the label {@code incident.entry.<kind>}. */
    public void record(String number, String kind, String text) {
        timeline.append(number, kind, text);
    }

    /** The same, for readers of either language. */
    public void record(String number, String kind, List<Saying> lines) {
        timeline.append(number, kind, lines);
    }

    /** The plan has come to a phase; the reporting that runs beside is none. */
    public void enter(String number, String phase) {
        Incident incident = incidents.lock(number);
        if (!incident.open() || incident.phase().equals(phase) || !IncidentTypes.PHASES.contains(phase)) {
            return;
        }
        incidents.phase(number, phase);
        timeline.append(number, "phase", phase);
        events.publishEvent(new IncidentEvent.PhaseChanged(number, phase));
    }

    /** Decides the level from the evaluated facts. */
    public void decideLevel(String number) {
        levels.decide(incidents.lock(number));
    }

    /** Raises at once; lowering waits for a second person. */
    public void proposeLevel(String number, int level, String reason) {
        Incident incident = requireWorkable(number);
        requireRole("level", Roles.HANDLER, Roles.LEAD, Roles.CHIEF, Roles.CISO);
        String why = FactsRules.text("reason", reason);
        if (level == incident.level() && levels.raisedSo(incident, why)) {
            return;
        }
        if (level < 0 || level > Levels.HIGHEST || level == incident.level()) {
            throw new InvalidInput("level", "choice");
        }
        if (level > incident.level()) {
            levels.raise(incident, level, why);
            return;
        }
        levels.proposeLowering(incident, level, why);
    }

    /** Corrects facts; {@code changes} is merged into them by name, null takes an answer away. */
    public Incident correct(String number, Map<String, ?> changes, String reason, IfMatch from) {
        Incident incident = requireWorkable(number);
        if (!from.admits(incident.version())) {
            throw new IncidentChanged(number);
        }
        corrections.apply(incident, changes, FactsRules.text("reason", reason));
        return incidents.get(number);
    }

    /** Keeps the outcome of the evaluation with what it learned of the facts. */
    void evaluate(String number, String outcome, String reason, Map<String, ?> facts) {
        Incident incident = requireWorkable(number);
        String why = FactsRules.text("reason", reason);
        corrections.apply(incident, facts, why);
        incidents.evaluated(number, clock.instant());
        decisions.put(number, EVALUATION, outcome, why);
        timeline.append(number, "evaluated-" + outcome, why);
    }

    /** Writes a note; the same by the same person within a minute is a second click. */
    public void note(String number, String text) {
        Actor actor = Actors.current();
        access.requireWork(actor, number);
        incidents.lock(number);
        String words = FactsRules.text("text", text);
        Instant justNow = clock.instant().minus(SECOND_CLICK);
        boolean repeated = timeline.latest(number, "note")
                .filter(last ->
                        last.actor().equals(actor.account()) && last.text().equals(words))
                .filter(last -> last.at().isAfter(justNow))
                .isPresent();
        if (!repeated) {
            timeline.append(number, "note", words);
        }
    }

    /** Asks to withdraw the case (取下げ); a second person decides. */
    public void proposeWithdrawal(String number, String reason) {
        Incident incident = incidents.lock(number);
        Actor actor = Actors.current();
        boolean reporter = incident.reporterAccount().equals(actor.account());
        boolean csirt = !reporter || access.works(actor, number);
        if (csirt) {
            access.requireWork(actor, number);
        }
        incident.requireOpen();
        withdrawals.propose(incident, csirt, FactsRules.text("reason", reason));
    }

    /** Why the case is to be withdrawn, or was; empty when nobody asks for it. */
    @Transactional(readOnly = true)
    public Optional<Decision> withdrawal(String number) {
        return withdrawals.asked(number);
    }

    /** Ends the case with the outcome of its evaluation. */
    public void close(String number) {
        end(number, evaluations.outcome(number));
    }

    void withdraw(String number) {
        if (withdrawals.decided(number)) {
            end(number, "withdrawn");
        }
    }

    private void end(String number, String outcome) {
        Incident incident = incidents.lock(number);
        if (!incident.open()) {
            return;
        }
        boolean harmless = !outcome.equals("incident") && !outcome.equals("withdrawn");
        incidents.close(number, outcome, harmless ? 0 : incident.level(), clock.instant());
        timeline.append(number, "closed-" + outcome, "");
        events.publishEvent(new IncidentEvent.Closed(number, outcome));
    }

    /** The case, when the actor may work on it and it is open. */
    Incident requireWorkable(String number) {
        access.requireWork(Actors.current(), number);
        Incident incident = incidents.lock(number);
        incident.requireOpen();
        return incident;
    }

    private static void requireRole(String act, String... anyOf) {
        if (!Actors.current().holdsAny(anyOf)) {
            throw new NotYours(act);
        }
    }
}
