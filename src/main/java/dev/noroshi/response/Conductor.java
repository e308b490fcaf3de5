package dev.noroshi.response;

import static dev.noroshi.incident.Saying.phrase;
import static dev.noroshi.incident.Saying.verbatim;

import dev.noroshi.escalation.CallEvent;
import dev.noroshi.escalation.CallSummary;
import dev.noroshi.escalation.Escalations;
import dev.noroshi.escalation.Via;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.incident.Incident;
import dev.noroshi.incident.IncidentEvent;
import dev.noroshi.incident.Incidents;
import dev.noroshi.incident.Saying;
import dev.noroshi.incident.Segments;
import dev.noroshi.mail.MovedBy;
import dev.noroshi.plan.CaseMoved;
import dev.noroshi.task.TaskEvent;
import dev.noroshi.task.Tasks;
import dev.noroshi.workflow.PhaseEntered;
import dev.noroshi.workflow.Processes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Joins case, plan, people and calls: what happens in one is told to the others, in the same transaction. */
@Component
class Conductor {

    /** Phases that lead to the CISO anyway. */
    private static final Set<String> BEFORE_THE_CISO = Set.of("detect", "triage");

    private final Processes processes;
    private final Incidents incidents;
    private final Escalations escalations;
    private final Tasks tasks;
    private final Heralds heralds;
    private final MovedDues movedDues;
    private final CaseWords words;
    private final RoleSource roles;
    private final Segments segments;

    Conductor(
            Processes processes,
            Incidents incidents,
            Escalations escalations,
            Tasks tasks,
            Heralds heralds,
            MovedDues movedDues,
            CaseWords words,
            RoleSource roles,
            Segments segments) {
        this.processes = processes;
        this.incidents = incidents;
        this.escalations = escalations;
        this.tasks = tasks;
        this.heralds = heralds;
        this.movedDues = movedDues;
        this.words = words;
        this.roles = roles;
        this.segments = segments;
    }

    @EventListener
    void on(IncidentEvent.Opened opened) {
        processes.start("incident-response", opened.number());
    }

    @EventListener
    void on(PhaseEntered entered) {
        incidents.enter(entered.key(), entered.phase());
    }

    @EventListener
    void on(IncidentEvent.PhaseChanged changed) {
        tellCallsOf(incidents.of(changed.number()));
    }

    @EventListener
    void on(IncidentEvent.LevelChanged changed) {
        Incident incident = incidents.of(changed.number());
        MovedBy.ChangedLevel why = new MovedBy.ChangedLevel(changed.before(), changed.after());
        tasks.recompute(changed.number(), changed.after()).forEach(due -> movedDues.tell(incident, due.task(), why));
        escalations.levelChanged(changed.number(), why);
        boolean evaluated = !BEFORE_THE_CISO.contains(incident.phase());
        if (changed.after() > changed.before() && evaluated) {
            processes.deliver("LevelRaised", changed.number());
        }
    }

    /** A segment that becomes known later is contained too; before containment begins nobody waits for this. */
    @EventListener
    void on(IncidentEvent.FactsCorrected corrected) {
        Incident incident = incidents.of(corrected.number());
        tellCallsOf(incident);
        if (!segments.added(incident).isEmpty()) {
            processes.deliver("SegmentAdded", corrected.number());
        }
    }

    /** Who is called from now on reads of the case as it is. */
    private void tellCallsOf(Incident incident) {
        escalations.factsCorrected(incident.number(), subject -> words.summary(incident, subject));
    }

    @EventListener
    void on(IncidentEvent.CrisisBegan began) {
        heralds.tellCrisis(began.number());
    }

    @EventListener
    void on(IncidentEvent.Closed closed) {
        escalations.withdraw(closed.number());
        if (closed.outcome().equals("withdrawn")) {
            heralds.tellWithdrawn(closed.number());
        }
    }

    @EventListener
    void on(IncidentEvent.Reopened reopened) {
        processes.startAgain("incident-response", reopened.number());
        heralds.tellReopened(reopened.number(), reopened.reason());
    }

    @EventListener
    void on(IncidentEvent.ReopeningAsked asked) {
        heralds.askReopening(asked.number(), asked.reason());
    }

    @EventListener
    void on(CaseMoved moved) {
        Saying line = Saying.phrase(
                "response.plan.moved",
                Saying.verbatim(String.valueOf(moved.before())),
                Saying.verbatim(String.valueOf(moved.after())));
        incidents.record(moved.incident(), "task", List.of(line, Saying.verbatim(moved.reason())));
    }

    @EventListener
    void on(TaskEvent.Waiting waiting) {
        incidents.record(waiting.incident(), "task", List.of(about("response.task.waiting", waiting)));
        if (!escalations.calling(waiting.incident(), waiting.subject())) {
            heralds.stepWaits(waiting);
        }
    }

    @EventListener
    void on(TaskEvent.Claimed claimed) {
        incidents.record(claimed.incident(), "task", List.of(about("response.task.claimed", claimed)));
        escalations.settle(claimed.incident(), claimed.subject(), Actors.current(), Via.TASK);
    }

    @EventListener
    void on(TaskEvent.Released released) {
        incidents.record(released.incident(), "task", List.of(about("response.task.released", released)));
        Incident incident = incidents.of(released.incident());
        CallSummary summary = words.summary(incident, released.subject());
        escalations.callAgain(incident.number(), incident.level(), released.subject(), summary);
    }

    @EventListener
    void on(TaskEvent.Completed completed) {
        List<Saying> lines = new ArrayList<>(List.of(about("response.task.completed", completed)));
        lines.addAll(completed.answers());
        incidents.record(completed.incident(), "task", lines);
        escalations.settle(completed.incident(), completed.subject(), Actors.current(), Via.TASK);
    }

    @EventListener
    void on(TaskEvent.Withdrawn withdrawn) {
        incidents.record(withdrawn.incident(), "task", List.of(about("response.task.withdrawn", withdrawn)));
        escalations.settle(withdrawn.incident(), withdrawn.subject(), Actors.current(), Via.TASK);
    }

    /** In the CISO's silence the decision itself goes on, not a copy (INV-4); a rung that only carries the alarm gets no task. */
    @EventListener
    void on(CallEvent.RungCalled called) {
        Saying role = phrase("role." + called.role());
        incidents.record(
                called.incident(), "call", List.of(phrase("response.called", role, verbatim(called.people()))));
        if (called.decides()) {
            tasks.offerTo(called.incident(), called.subject(), called.role());
        }
    }

    @EventListener
    void on(CallEvent.Answered answered) {
        @Nullable String by = words.nameOf(answered.enteredBy());
        Saying via = phrase("response.via." + answered.via().name().toLowerCase(Locale.ROOT));
        Saying name = verbatim(answered.name());
        Saying line = by == null
                ? phrase("response.answered", name, via)
                : phrase("response.answered.proxy", name, via, verbatim(by));
        String note = answered.note();
        incidents.record(answered.incident(), "answer", note == null ? List.of(line) : List.of(line, verbatim(note)));
        if (answered.decides() && answered.account() != null && answered.via() != Via.TASK) {
            tasks.settle(answered.incident(), answered.subject(), person(answered.account(), answered.name()));
        }
    }

    private Actor person(String account, String name) {
        RoleSource.Standing standing = roles.standingOf(account);
        return standing.acting(account, name);
    }

    @EventListener
    void on(CallEvent.Absent absent) {
        incidents.record(absent.incident(), "call", List.of(phrase("response.absent", verbatim(absent.name()))));
    }

    @EventListener
    void on(CallEvent.Decided decided) {
        Actor person = person(decided.account(), decided.name());
        tasks.decide(decided.incident(), decided.subject(), person, decided.approve());
    }

    @EventListener
    void on(CallEvent.Exhausted exhausted) {
        incidents.record(exhausted.incident(), "call", List.of(phrase("response.exhausted")));
    }

    private static Saying about(String key, TaskEvent step) {
        return phrase(key, new Saying.StepName(step.element(), step.name()));
    }
}
