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
    private final CallCourse course;
    private final CallLetters letters;
    private final Tokens tokens;
    private final Processes processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Calling(
            CallStore store,
            Ladder ladder,
            Reach reach,
            CallCourse course,
            CallLetters letters,
            Tokens tokens,
            Processes processes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.ladder = ladder;
        this.reach = reach;
        this.course = course;
        this.letters = letters;
        this.tokens = tokens;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Calls the next rung that somebody holds, with those of the same time; does nothing when none is left or nobody waits
     * for an answer.
     */
    void callNext(String id) {
        Call call = locked(id);
        Instant now = clock.instant();
        int number = call.rung();
        boolean called = call.state() != State.CALLING;
        while (!called) {
            List<Ladder.Row> rows = ladder.together(call, call.level(), number + 1);
            if (rows.isEmpty()) {
                return;
            }
            int last = number + rows.size();
            for (Ladder.Row row : rows) {
                called |= reach(call, ++number, last, row, now);
            }
        }
    }

    /** Whether anybody could be called there. */
    private boolean reach(Call call, int number, int last, Ladder.Row row, Instant now) {
        Rung rung = new Rung(
                number,
                row.role(),
                row.amount(),
                row.unit(),
                row.decides(),
                ladder.telephones(row, now),
                tokens.next(),
                now);
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
        letters.call(call, rung, people, last);
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

    /** Still nobody answered: the ladder is climbed again from its first rung. */
    void callAgain(String id) {
        Call call = locked(id);
        if (call.state() == State.EXHAUSTED) {
            store.again(id);
        }
    }

    void exhausted(String id) {
        Call call = locked(id);
        if (call.state() == State.CALLING) {
            store.state(id, State.EXHAUSTED);
            letters.exhausted(call, ladder.again(call, clock.instant()));
            events.publishEvent(new CallEvent.Exhausted(id, call.incident(), call.subject()));
        }
    }

    /** An answer, in time or late; a repeat by the same person changes nothing. */
    void answer(String id, Answer answer) {
        if (keep(id, answer)) {
            processes.deliver("CallAnswered", id);
        }
    }

    /** Keeps an answer and tells those called; the plan goes on by the step that it came with. @return whether it is new */
    boolean keep(String id, Answer answer) {
        Call call = locked(id);
        if (call.state() == State.WITHDRAWN) {
            throw new CallWithdrawn(id);
        }
        if (!store.addAnswer(id, answer)) {
            return false;
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
        return true;
    }

    /**
     * A called person is absent: the next one is called at once.
     *
     * @param letter whether the person gets a letter that says so
     */
    void absent(String id, Called person, boolean letter) {
        Call call = locked(id);
        if (call.state() == State.CALLING && call.rung() == person.rung()) {
            noted(call, person, letter);
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
            letters.call(call, rung, List.of(called), call.rung());
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

    /** Somebody called is absent; the plan goes on by the step that it was learnt with. */
    void noteAbsent(String id, Called person) {
        noted(locked(id), person, true);
    }

    private void noted(Call call, Called person, boolean letter) {
        if (letter) {
            letters.absent(call, person.rung(), person.email());
        }
        events.publishEvent(new CallEvent.Absent(call.id(), call.incident(), call.subject(), person.name()));
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
            course.reschedule(call.id());
        });
    }

    private Call locked(String id) {
        return store.lock(id).orElseThrow(() -> new UnknownCall(id));
    }
}
