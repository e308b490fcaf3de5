package dev.noroshi.escalation;

import dev.noroshi.escalation.Call.Rung;
import dev.noroshi.escalation.Call.State;
import dev.noroshi.escalation.CallStore.RungOfCall;
import dev.noroshi.mail.Awaited;
import dev.noroshi.workflow.Processes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls whose letters waited and leave later, mostly in a list: patience begins when they leave. */
@Component
@Transactional
class ListedCalls implements Awaited {

    private final CallStore store;
    private final ListedStore listed;
    private final ToldStore told;
    private final CallLetters letters;
    private final Ladder ladder;
    private final CallCourse course;
    private final CallWords words;
    private final Processes processes;

    ListedCalls(
            CallStore store,
            ListedStore listed,
            ToldStore told,
            CallLetters letters,
            Ladder ladder,
            CallCourse course,
            CallWords words,
            Processes processes) {
        this.store = store;
        this.listed = listed;
        this.told = told;
        this.letters = letters;
        this.ladder = ladder;
        this.course = course;
        this.words = words;
        this.processes = processes;
    }

    @Override
    public Optional<Map<String, String>> begins(String token, String address, Instant now, boolean inList) {
        Optional<RungOfCall> asked = store.byToken(token);
        asked.ifPresent(one -> processes.hold(one.call()));
        return asked.flatMap(one -> store.lock(one.call()))
                .filter(call -> call.state() == State.CALLING || call.state() == State.EXHAUSTED)
                .map(call -> {
                    int rung = asked.orElseThrow().rung();
                    if (inList) {
                        listed.leaves(call.id(), rung, address, now);
                    }
                    return begins(call, rung, address, now);
                });
    }

    private Map<String, String> begins(Call call, int number, String address, Instant now) {
        Map<String, String> says = new HashMap<>();
        boolean calledNow = call.state() == State.CALLING
                && course.calledNow(call.id()).stream().anyMatch(person -> person.rung() == number);
        if (calledNow) {
            listed.calledAt(call.id(), number, now);
            course.reschedule(call.id());
            Rung rung = store.rungs(call.id()).get(number - 1);
            told.told(call.id(), number, address, ladder.patienceEnds(rung));
            words.putMoment(says, "deadline", ladder.patienceEnds(rung));
            words.putMoment(says, "climbAt", ladder.patienceEnds(rung));
            letters.putNext(says, call, call.rung());
        } else {
            words.putBoth(says, "climbTo", locale -> "");
        }
        return says;
    }
}
