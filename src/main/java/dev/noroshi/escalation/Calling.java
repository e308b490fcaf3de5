package dev.noroshi.escalation;

import dev.noroshi.escalation.Call.Answer;
import dev.noroshi.escalation.Call.Called;
import dev.noroshi.escalation.Call.Rung;
import dev.noroshi.escalation.Call.State;
import dev.noroshi.roster.Person;
import dev.noroshi.workflow.Processes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a call goes on: one rung after the other, until an answer or the end of the ladder. */
@Component
@Transactional
class Calling {

    private final CallStore store;
    private final Ladder ladder;
    private final Reach reach;
    private final CallLetters letters;
    private final Tokens tokens;
    private final Processes processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Calling(
            CallStore store,
            Ladder ladder,
            Reach reach,
            CallLetters letters,
            Tokens tokens,
            Processes processes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.ladder = ladder;
        this.reach = reach;
        this.letters = letters;
        this.tokens = tokens;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    /** Calls the next rung that somebody holds; does nothing when none is left or nobody waits for an answer. */
    void callNext(String id) {
        Call call = locked(id);
        int number = call.rung();
        boolean called = call.state() != State.CALLING;
        while (!called) {
            number++;
            Optional<Ladder.Row> row = ladder.rung(call, call.level(), number);
            if (row.isEmpty()) {
                return;
            }
            called = reach(call, number, row.get());
        }
    }

    /** Whether anybody could be called there. */
    private boolean reach(Call call, int number, Ladder.Row row) {
        Instant now = clock.instant();
        Rung rung = new Rung(number, row.role(), row.amount(), row.unit(), row.decides(), tokens.next(), now);
        List<Called> people = reach.holders(call.incident(), row.role()).stream()
                .flatMap(person ->
                        Optional.ofNullable(person.email()).stream().map(email -> called(number, person, email)))
                .toList();
        store.reached(call.id(), rung, people);
        if (people.isEmpty()) {
            letters.unheld(call, number, row.role());
            return false;
        }
        reach.admit(call.incident(), row.role());
        letters.call(call, rung, people);
        events.publishEvent(new CallEvent.RungCalled(
                call.id(),
                call.incident(),
                call.subject(),
                number,
                row.role(),
                people.stream().map(Called::name).collect(Collectors.joining("、")),
                row.decides()));
        return true;
    }

    /** Whether a rung above the present one is held by somebody. */
    @Transactional(readOnly = true)
    boolean someoneLeft(String id) {
        Call call = found(id);
        int number = call.rung() + 1;
        Optional<Ladder.Row> row = ladder.rung(call, call.level(), number);
        while (row.isPresent()
                && reach.holders(call.incident(), row.get().role()).isEmpty()) {
            number++;
            row = ladder.rung(call, call.level(), number);
        }
        return row.isPresent();
    }

    @Transactional(readOnly = true)
    boolean answered(String id) {
        State state = found(id).state();
        return state == State.ACKNOWLEDGED || state == State.WITHDRAWN;
    }

    @Transactional(readOnly = true)
    Instant patienceEnds(String id) {
        List<Rung> rungs = store.rungs(id);
        Optional<Rung> last = rungs.isEmpty() ? Optional.empty() : Optional.of(rungs.get(rungs.size() - 1));
        return last.filter(rung -> store.called(id).stream().anyMatch(person -> person.rung() == rung.number()))
                .map(ladder::patienceEnds)
                .orElseGet(clock::instant);
    }

    void exhausted(String id) {
        Call call = locked(id);
        if (call.state() == State.CALLING) {
            store.state(id, State.EXHAUSTED);
            letters.exhausted(call);
            events.publishEvent(new CallEvent.Exhausted(id, call.incident(), call.subject()));
        }
    }

    /** An answer, in time or late; a repeat by the same person changes nothing. */
    void answer(String id, Answer answer) {
        Call call = locked(id);
        if (call.state() == State.WITHDRAWN) {
            throw new CallWithdrawn(id);
        }
        if (!store.addAnswer(id, answer)) {
            return;
        }
        boolean first = call.state() != State.ACKNOWLEDGED;
        if (first) {
            store.acknowledged(id, answer);
        }
        letters.answered(call, answer, store.called(id), first);
        events.publishEvent(new CallEvent.Answered(
                id,
                call.incident(),
                call.subject(),
                answer.account(),
                answer.name(),
                answer.decides(),
                answer.via(),
                answer.enteredBy(),
                answer.note()));
        processes.deliver("CallAnswered", id);
    }

    /** Somebody called on that rung is absent: the next one is called at once. */
    void absent(String id, int rung, String name, String email) {
        Call call = locked(id);
        if (call.state() == State.CALLING && call.rung() == rung) {
            letters.absent(call, rung, email);
            events.publishEvent(new CallEvent.Absent(id, call.incident(), call.subject(), name));
            processes.deliver("PersonAbsent", id);
        }
    }

    /** A letter did not reach that person: the next one is called at once. */
    void unreached(String id, Called person, String reason) {
        Call call = locked(id);
        store.unreached(id, person, reason);
        events.publishEvent(
                new CallEvent.Unreached(id, call.incident(), call.subject(), person.name(), person.email(), reason));
        if (call.state() == State.CALLING && call.rung() == person.rung()) {
            processes.deliver("PersonAbsent", id);
        }
    }

    /** A called person names another one, who is called on the same rung; the patience of the rung goes on. */
    void delegate(String id, int number, Called from, Person to) {
        Call call = locked(id);
        Rung rung = store.rungs(id).get(number - 1);
        List<Called> already = store.called(id);
        Called called = called(number, to, String.valueOf(to.email()));
        if (already.stream()
                .noneMatch(person -> person.rung() == number && person.email().equals(called.email()))) {
            store.called(id, called, (int)
                    already.stream().filter(person -> person.rung() == number).count());
            letters.call(call, rung, List.of(called));
            letters.delegated(call, number, from, called);
            events.publishEvent(
                    new CallEvent.Delegated(id, call.incident(), call.subject(), from.name(), called.name()));
        }
    }

    private static Called called(int rung, Person person, String email) {
        String phone = Stream.of(person.mobile(), person.phone(), person.extension())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Called(rung, person.account(), person.name(), email, phone);
    }

    /** Settled elsewhere: calling stops, those called are told by whom. */
    void settle(String id, Answer answer) {
        Call call = locked(id);
        if (call.state() == State.CALLING || call.state() == State.EXHAUSTED) {
            store.addAnswer(id, answer);
            store.acknowledged(id, answer);
            letters.answered(
                    call,
                    answer,
                    store.called(id).stream()
                            .filter(person -> !answer.isBy(person))
                            .toList(),
                    true);
            processes.deliver("CallAnswered", id);
        }
    }

    void withdraw(Call call) {
        store.state(call.id(), State.WITHDRAWN);
        processes.deliver("CallAnswered", call.id());
    }

    void levelChanged(Call call, int level) {
        store.level(call.id(), level);
        List<Rung> rungs = store.rungs(call.id());
        if (rungs.isEmpty()) {
            return;
        }
        int number = rungs.get(rungs.size() - 1).number();
        ladder.rung(call, level, number).ifPresent(row -> {
            store.patience(call.id(), number, row.amount(), row.unit());
            processes.reschedule(call.id(), "event_patienceEnds", patienceEnds(call.id()));
        });
    }

    private Call locked(String id) {
        return store.lock(id).orElseThrow(() -> new UnknownCall(id));
    }

    private Call found(String id) {
        return store.find(id).orElseThrow(() -> new UnknownCall(id));
    }
}
