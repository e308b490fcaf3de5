package dev.noroshi.escalation;

import dev.noroshi.escalation.Call.Answer;
import dev.noroshi.escalation.Call.Called;
import dev.noroshi.escalation.Call.Rung;
import dev.noroshi.escalation.Call.State;
import dev.noroshi.escalation.CallDetails.CalledPerson;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.journal.Journal;
import dev.noroshi.mail.MovedBy;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import dev.noroshi.web.TextRules;
import dev.noroshi.workflow.Processes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls (escalations): each gets an answer from a person in time, one rung after the other. */
@Service
@Transactional
public class Escalations {

    private static final int LONGEST_NOTE = 1000;

    private final CallStore store;
    private final CalledStore people;
    private final CallLevels levels;
    private final ListedStore listed;
    private final CallQueries queries;
    private final Calling calling;
    private final Processes processes;
    private final CaseAccess access;
    private final Journal journal;

    Escalations(
            CallStore store,
            CalledStore people,
            CallLevels levels,
            ListedStore listed,
            CallQueries queries,
            Calling calling,
            Processes processes,
            CaseAccess access,
            Journal journal) {
        this.store = store;
        this.people = people;
        this.levels = levels;
        this.listed = listed;
        this.queries = queries;
        this.calling = calling;
        this.processes = processes;
        this.access = access;
        this.journal = journal;
    }

    /**
     * Starts calling for a subject; while a call for the same subject is open nothing new starts.
     *
     * @param level 0 to 4, decides ladder and patience
     * @param ladder of {@code escalation.dmn}: {@code csirt} or {@code ciso}
     * @param subject the element that the answer settles, such as {@code userTask_receive}
     * @param summary facts for the letter
     * @return the call's id, such as {@code R8-0001-C1}
     */
    public String call(String incident, int level, String ladder, String subject, CallSummary summary) {
        store.lockSeries(incident);
        Optional<Call> open = store.calling(incident).stream()
                .filter(call -> call.subject().equals(subject))
                .findFirst();
        if (open.isPresent()) {
            return open.get().id();
        }
        String id = store.nextId(incident);
        store.add(new Call(id, incident, subject, ladder, level, summary.kept(), summary.drill(), State.CALLING, 0, 0));
        processes.startBeside(incident, "escalation", id);
        return id;
    }

    /**
     * Who had taken the subject gave it back: where people were called for it they are called again, from the first rung, or
     * silence would follow an answer that no longer holds.
     */
    public void callAgain(String incident, int level, String subject, CallSummary summary) {
        store.ladderOf(incident, subject).ifPresent(ladder -> call(incident, level, ladder, subject, summary));
    }

    /**
     * A person has answered: by button, reply, claim or completion of the task. Only called persons, the role's holders, and the window for them (代理入力).
     */
    public void acknowledge(String callId, Actor by, Via via) {
        processes.hold(callId);
        Optional<Rung> rung = rungOf(callId, by);
        if (rung.isEmpty() && via != Via.TASK) {
            throw new NotYours("escalation.acknowledge");
        }
        boolean decides = rung.map(Rung::decides).orElse(true);
        calling.answer(callId, new Answer(by.account(), nameOf(callId, by), decides, via, null, null));
    }

    /**
     * 代理入力: the window or the lead heard the answer of a called person on the telephone.
     *
     * @param person account (or name, for a person without account) of who answered
     */
    public CallView acknowledgeFor(String callId, @Nullable String person, @Nullable String note) {
        Actor clerk = Actors.current();
        visible(callId, clerk);
        processes.hold(callId);
        if (!clerk.holdsAny(Roles.WINDOW, Roles.LEAD)) {
            throw new NotYours("escalation.proxy");
        }
        if (person == null || person.isBlank()) {
            throw new InvalidInput("person", "required");
        }
        List<Called> called = people.of(callId);
        Called named = called.stream()
                .filter(one -> person.equals(one.account()) || person.equals(one.name()))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("person", "not-called"));
        boolean decides = store.rungs(callId).stream()
                .filter(rung -> called.stream()
                        .anyMatch(
                                one -> one.rung() == rung.number() && one.name().equals(named.name())))
                .anyMatch(Rung::decides);
        if (note != null) {
            TextRules.text("note", note, LONGEST_NOTE).ifPresent(error -> {
                throw new InvalidInput(List.of(error));
            });
        }
        String kept = note == null || note.isBlank() ? null : note.strip();
        calling.answer(callId, new Answer(named.account(), named.name(), decides, Via.PROXY, clerk.account(), kept));
        journal.record("escalation.proxy-answered", callId, named.name() + (kept == null ? "" : "：" + kept));
        return queries.view(callId);
    }

    /** The subject has been settled otherwise (its task was claimed or completed): calling stops. The caller holds the case. */
    public void settle(String incident, String subject, Actor by, Via via) {
        Answer answer = new Answer(by.account(), by.name(), true, via, null, null);
        store.open(incident).stream()
                .filter(call -> call.subject().equals(subject))
                .forEach(call -> stop(call, by, answer));
    }

    /** Where the plan itself went another way, nobody has answered. */
    private void stop(Call call, Actor by, Answer answer) {
        if (by.isSystem()) {
            calling.withdraw(call);
        } else {
            calling.settle(call.id(), answer);
        }
    }

    /** Whether somebody is being called for the subject. */
    public boolean calling(String incident, String subject) {
        return store.calling(incident).stream().anyMatch(call -> call.subject().equals(subject));
    }

    /** The case has ended: calling stops. */
    public void withdraw(String incident) {
        store.open(incident).forEach(calling::withdraw);
    }

    /**
     * The level changed: open calls of the case begin the ladder of a higher level, or take the new level's patience, time
     * already spent counted; whose letter tells another time hears of it.
     */
    public void levelChanged(String incident, MovedBy.ChangedLevel why) {
        store.open(incident).forEach(call -> levels.changed(call, why));
    }

    /**
     * A day of the calendar was corrected: who is waited for in open calls of the case has until then, and hears of it.
     *
     * @return whether anybody was told another time before
     */
    public boolean calendarCorrected(String incident, MovedBy why) {
        return store.open(incident).stream()
                .map(call -> levels.calendarCorrected(call, why))
                .reduce(false, Boolean::logicalOr);
    }

    /**
     * The facts were corrected, or the case is further on: who is called from now on reads them as they are. The caller holds the case.
     *
     * @param summary of the case for a call's subject
     */
    public void factsCorrected(String incident, Function<String, CallSummary> summary) {
        store.open(incident).forEach(call -> store.facts(call.id(), summary.apply(call.subject())));
    }

    /** Calls that the signed-in person may see. */
    @Transactional(readOnly = true)
    public Page<CallView> list(@Nullable String incident, @Nullable String state, PageRequest page) {
        if (state != null
                && Stream.of(State.values()).noneMatch(one -> one.key().equals(state))) {
            throw new InvalidInput("state", "invalid");
        }
        Actor actor = Actors.current();
        if (incident != null) {
            access.requireInside(actor, incident);
        } else if (!actor.holdsAny(Roles.ALL.toArray(String[]::new))) {
            throw new NotYours("escalations");
        }
        return queries.list(incident, state, actor.insideAudiences(), page);
    }

    /**
     * A call with everything its page shows.
     *
     * @throws NotYours to who may know of the case but not look inside, as the plain reporter
     */
    @Transactional(readOnly = true)
    public CallDetails details(String callId) {
        Actor actor = Actors.current();
        Call call = visible(callId, actor);
        access.requireInside(actor, call.incident());
        Map<Integer, Rung> rungs =
                store.rungs(callId).stream().collect(Collectors.toMap(Rung::number, Function.identity()));
        List<CalledPerson> called = people.of(callId).stream()
                .map(person -> person(
                        person,
                        Objects.requireNonNull(rungs.get(person.rung())),
                        listed.at(callId, person).orElse(null)))
                .toList();
        return new CallDetails(
                queries.view(callId),
                call.drill(),
                CallSummary.read(call.facts(), LocaleContextHolder.getLocale()),
                called,
                rungOf(callId, actor).isPresent(),
                actor.holdsAny(Roles.WINDOW, Roles.LEAD));
    }

    private static CalledPerson person(Called person, Rung rung, @Nullable Instant listedAt) {
        return new CalledPerson(
                rung.number(),
                rung.role(),
                rung.decides(),
                rung.calledAt(),
                person.account(),
                person.name(),
                person.phone(),
                listedAt);
    }

    /** The signed-in person answers by the button. */
    public CallView acknowledge(String callId) {
        Actor actor = Actors.current();
        visible(callId, actor);
        acknowledge(callId, actor, Via.BUTTON);
        return queries.view(callId);
    }

    private Call visible(String callId, Actor actor) {
        Call call = store.find(callId).orElseThrow(() -> new UnknownCall(callId));
        if (!access.maySee(actor, call.incident())) {
            throw new UnknownCall(callId);
        }
        return call;
    }

    /** As the roster had it when the person was called. */
    private String nameOf(String callId, Actor by) {
        return people.of(callId).stream()
                .filter(person -> by.account().equals(person.account()))
                .map(Called::name)
                .findFirst()
                .orElse(by.name());
    }

    /** The rung that lets the actor answer: a deciding one before one that carries the alarm only. */
    private Optional<Rung> rungOf(String callId, Actor by) {
        List<Integer> called = people.of(callId).stream()
                .filter(person -> by.account().equals(person.account()))
                .map(Called::rung)
                .toList();
        List<Rung> mine = store.rungs(callId).stream()
                .filter(rung -> called.contains(rung.number()) || by.holds(rung.role()))
                .toList();
        return mine.stream()
                .filter(Rung::decides)
                .findFirst()
                .or(() -> mine.stream().findFirst());
    }
}
