package dev.noroshi.escalation;

import dev.noroshi.escalation.Call.Called;
import dev.noroshi.escalation.Call.Rung;
import dev.noroshi.escalation.Call.State;
import dev.noroshi.roster.Person;
import dev.noroshi.workflow.Processes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far a call has come: who is called now, until when, and what comes next. */
@Component
@Transactional(readOnly = true)
class CallCourse {

    /** Longer than any case stands open. */
    private static final Duration NEVER = Duration.ofDays(3650);

    /** The engine's timers count milliseconds. */
    private static final Duration ALMOST = Duration.ofSeconds(1);

    private final CallStore store;
    private final CalledStore people;
    private final Ladder ladder;
    private final Reach reach;
    private final Processes processes;
    private final Clock clock;

    CallCourse(CallStore store, CalledStore people, Ladder ladder, Reach reach, Processes processes, Clock clock) {
        this.store = store;
        this.people = people;
        this.ladder = ladder;
        this.reach = reach;
        this.processes = processes;
        this.clock = clock;
    }

    /** Whether a rung above the present one is held by somebody. */
    boolean someoneLeft(String id) {
        Call call = found(id);
        return next(call, call.rung()).isPresent();
    }

    /** The row called after that rung, those that nobody holds left out; empty where the ladder ends. */
    Optional<Ladder.Row> next(Call call, int rung) {
        int number = rung + 1;
        Optional<Ladder.Row> row = ladder.rung(call, call.level(), number);
        while (row.isPresent()
                && reach.holders(call.incident(), row.get().role()).isEmpty()) {
            number++;
            row = ladder.rung(call, call.level(), number);
        }
        return row;
    }

    /** Whom the call reaches next, as far as can be said now: who has answered it is not called again. */
    List<Person> calledNext(Call call) {
        int number = call.rung();
        List<Ladder.Row> rows = ladder.together(call, call.level(), number + 1);
        while (!rows.isEmpty()) {
            List<Person> called = rows.stream()
                    .flatMap(row -> reach.holders(call.incident(), row.role()).stream())
                    .filter(person -> !people.answered(call.id(), Calling.called(0, person, true)))
                    .toList();
            if (!called.isEmpty()) {
                return called;
            }
            number += rows.size();
            rows = ladder.together(call, call.level(), number + 1);
        }
        return List.of();
    }

    boolean answered(String id) {
        State state = found(id).state();
        return state == State.ACKNOWLEDGED || state == State.WITHDRAWN;
    }

    Instant patienceEnds(String id) {
        return calledNow(id).isEmpty()
                ? clock.instant()
                : ladder.patienceEnds(last(store.rungs(id)).orElseThrow());
    }

    /** The timers that wait for the end of patience end when it ends now. */
    void reschedule(String id) {
        Instant end = patienceEnds(id);
        processes.reschedule(id, "event_patienceEnds", end);
        processes.reschedule(id, "event_telephonePatienceEnds", end);
    }

    /** Whether the window telephones somebody of those called last who may still answer. */
    boolean telephones(String id) {
        Set<Integer> waited = waitedFor(id).stream().map(Called::rung).collect(Collectors.toSet());
        return store.rungs(id).stream().anyMatch(rung -> rung.telephone() && waited.contains(rung.number()));
    }

    /** Those called last, together; empty when nobody held the last rung. */
    List<Called> calledNow(String id) {
        return ofThisTime(id, people.of(id));
    }

    /** Those of them who are neither absent, nor out of reach, nor tried in vain. */
    List<Called> waitedFor(String id) {
        return ofThisTime(id, people.waitedFor(id));
    }

    /** Whether somebody called last may still answer, and has the time to; nobody has once the ladder begins anew. */
    boolean someoneWaits(String id) {
        Call call = found(id);
        return call.rung() > call.roundStart()
                && !answered(id)
                && !waitedFor(id).isEmpty()
                && clock.instant().plus(ALMOST).isBefore(patienceEnds(id));
    }

    private List<Called> ofThisTime(String id, List<Called> called) {
        List<Rung> rungs = store.rungs(id);
        Set<Integer> together = last(rungs).stream()
                .flatMap(last -> rungs.stream().filter(rung -> rung.calledAt().equals(last.calledAt())))
                .map(Rung::number)
                .collect(Collectors.toSet());
        return called.stream()
                .filter(person -> together.contains(person.rung()))
                .toList();
    }

    private static Optional<Rung> last(List<Rung> rungs) {
        return rungs.isEmpty() ? Optional.empty() : Optional.of(rungs.get(rungs.size() - 1));
    }

    /** When the ladder is climbed again, if nobody has answered; so far off that it means never where the plan sets no time. */
    Instant callAgainAt(String id) {
        Instant now = clock.instant();
        return ladder.again(found(id), now).orElseGet(() -> now.plus(NEVER));
    }

    private Call found(String id) {
        return store.find(id).orElseThrow(() -> new UnknownCall(id));
    }
}
