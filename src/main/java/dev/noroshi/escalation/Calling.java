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
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a call goes on: one rung after the other, until an answer or the end of the ladder. */
@Component
@Transactional
class Calling {

    private final CallStore store;
    private final CalledStore people;
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
            CalledStore people,
            Ladder ladder,
            Reach reach,
            CallCourse course,
            CallLetters letters,
            Tokens tokens,
            Processes processes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.people = people;
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

    /** Whether anybody could be called there; who has answered this call is not called again. */
    private boolean reach(Call call, int number, int last, Ladder.Row row, Instant now) {
        List<Called> holders = reach.holders(call.incident(), row.role()).stream()
                .map(person -> called(number, person, true))
                .toList();
        List<Called> called = holders.stream()
                .filter(person -> !people.answered(call.id(), person))
                .toList();
        boolean byTelephoneOnly = called.stream().anyMatch(person -> person.email() == null);
        Rung rung = new Rung(
                number,
                row.role(),
                row.amount(),
                row.unit(),
                row.decides(),
                byTelephoneOnly || ladder.telephones(row, now) && reach.windowRings(called),
                tokens.next(),
                now);
        store.reached(call.id(), rung);
        if (holders.isEmpty()) {
            letters.unheld(call, number, row.role());
        } else if (!called.isEmpty()) {
            reach(call, rung, called, last);
        }
        return !called.isEmpty();
    }

    private void reach(Call call, Rung rung, List<Called> called, int last) {
        called.forEach(person -> people.add(call.id(), person));
        reach.admit(call.incident(), rung.role());
        letters.call(call, rung, called, last);
        events.publishEvent(new CallEvent.RungCalled(
                call.id(),
                call.incident(),
                call.subject(),
                rung.number(),
                rung.role(),
                called.stream().map(Called::name).collect(Collectors.joining("、")),
                rung.decides()));
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

    /**
     * Keeps an answer and tells those called; the plan goes on by the step that it came with.
     *
     * @return whether it stops the climbing: it is new, and no word of a delegate who may not decide
     */
    boolean keep(String id, Answer answer) {
        Call call = locked(id);
        if (call.state() == State.WITHDRAWN) {
            throw new CallWithdrawn(id);
        }
        List<Called> called = people.of(id);
        boolean stops = answer.via() == Via.TASK || maySettle(called, answer);
        boolean fresh = store.addAnswer(id, answer);
        boolean waiting = call.state() != State.ACKNOWLEDGED;
        if (!fresh && !(waiting && stops)) {
            return false;
        }
        if (stops && waiting) {
            store.acknowledged(id, answer);
        }
        if (stops) {
            letters.answered(call, answer, called, waiting);
        } else {
            letters.noted(call, answer, called);
        }
        answered(call, answer, stops && answer.decides());
        return stops;
    }

    private static boolean maySettle(List<Called> called, Answer answer) {
        List<Called> mine = called.stream().filter(answer::isBy).toList();
        return mine.isEmpty() || mine.stream().anyMatch(Called::able);
    }

    private void answered(Call call, Answer answer, boolean decides) {
        events.publishEvent(new CallEvent.Answered(
                call.id(),
                call.incident(),
                call.subject(),
                answer.account(),
                answer.name(),
                decides,
                answer.via(),
                answer.enteredBy(),
                answer.note()));
    }

    /**
     * A called person is absent: the next one is called at once, unless others called at the same time may still answer.
     *
     * @param letter whether the person gets a letter that says so
     */
    void absent(String id, Called person, boolean letter) {
        Call call = locked(id);
        if (call.state() == State.CALLING && people.waitedFor(id).contains(person)) {
            noted(call, person, letter);
            goOn(id);
        }
    }

    /** A letter did not reach that person; the same. */
    void unreached(String id, Called person, String reason) {
        Call call = locked(id);
        people.unreached(id, person, reason);
        events.publishEvent(new CallEvent.Unreached(
                id, call.incident(), call.subject(), person.name(), String.valueOf(person.email()), reason));
        if (call.state() == State.CALLING) {
            goOn(id);
        }
    }

    /** Nobody waits for those called any more: the next rung is called at once. */
    private void goOn(String id) {
        if (course.waitedFor(id).isEmpty()) {
            processes.deliver("PersonAbsent", id);
        }
    }

    /**
     * A called person names another one, who is called on the same rung, unless called there already; the patience of the rung
     * goes on. One who holds no role that decides gets the word, but the climbing goes on as if the first were absent. A repeat
     * changes nothing.
     */
    void delegate(String id, int number, Called from, Person to) {
        Call call = locked(id);
        Rung rung = store.rungs(id).get(number - 1);
        boolean able = !rung.decides() || reach.holdsAny(to, ladder.deciders(call));
        Called called = called(number, to, able);
        boolean already =
                people.of(id).stream().anyMatch(person -> person.rung() == number && person.isAt(called.email()));
        if (already && !people.waitedFor(id).contains(from)) {
            return;
        }
        if (!already) {
            people.add(id, called);
        }
        people.pass(id, from);
        if (!able) {
            people.pass(id, called);
        }
        letters.delegation(call, rung, from, called);
        events.publishEvent(new CallEvent.Delegated(id, call.incident(), call.subject(), from.name(), called.name()));
        if ((!able || already) && call.state() == State.CALLING) {
            goOn(id);
        }
    }

    static Called called(int rung, Person person, boolean able) {
        return new Called(rung, person.account(), person.name(), person.email(), Reach.phone(person), able);
    }

    /** Somebody called is absent, or did not pick up; the plan goes on by the step that it was learnt with. */
    void passOver(String id, Called person, boolean absent) {
        Call call = locked(id);
        if (absent) {
            noted(call, person, true);
        } else {
            people.pass(id, person);
        }
    }

    private void noted(Call call, Called person, boolean letter) {
        people.pass(call.id(), person);
        if (letter) {
            letters.absent(call, person);
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
                    people.of(id).stream()
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

    private Call locked(String id) {
        return store.lock(id).orElseThrow(() -> new UnknownCall(id));
    }
}
