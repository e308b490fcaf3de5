package dev.noroshi.escalation;

import dev.noroshi.escalation.Call.Called;
import dev.noroshi.escalation.Call.State;
import dev.noroshi.mail.Mails;
import dev.noroshi.mail.MovedBy;
import dev.noroshi.mail.MovedTime;
import dev.noroshi.mail.MovedTimes;
import dev.noroshi.workflow.Processes;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The ladder of a higher level begins at once, and nobody waits any more until the times that were told: who is not called
 * anew at that moment, with a letter that gives the new time, hears of it.
 */
@Component
class MovedLadders {

    private final CallStore store;
    private final CallCourse course;
    private final Ladder ladder;
    private final ToldStore told;
    private final MovedPatience patience;
    private final MovedTimes moved;
    private final CallWords words;
    private final Processes processes;
    private final Mails mails;
    private final Clock clock;

    MovedLadders(
            CallStore store,
            CallCourse course,
            Ladder ladder,
            ToldStore told,
            MovedPatience patience,
            MovedTimes moved,
            CallWords words,
            Processes processes,
            Mails mails,
            Clock clock) {
        this.store = store;
        this.course = course;
        this.ladder = ladder;
        this.told = told;
        this.patience = patience;
        this.moved = moved;
        this.words = words;
        this.processes = processes;
        this.mails = mails;
        this.clock = clock;
    }

    /** @param call as it was before */
    void tell(Call call, MovedBy why) {
        if (call.state() == State.EXHAUSTED) {
            tellWindow(call, why);
        } else {
            course.waitedFor(call.id()).forEach(person -> tell(call, person, why));
        }
    }

    private void tell(Call call, Called person, MovedBy why) {
        Instant now = clock.instant();
        told.until(call.id(), person)
                .filter(before -> before.isAfter(now) && !patience.sameInLetters(before, now))
                .ifPresent(before -> {
                    moved.tell(
                            why,
                            CallLetters.key(call, person),
                            () -> patience.stillWaits(call, person)
                                    .filter(open -> !isCalledNext(open, person))
                                    .map(open -> patience.moved(
                                            open, person, before, locale -> words.text(locale, "moved.anew"))));
                    told.told(call.id(), person.rung(), person.email(), now);
                });
    }

    private boolean isCalledNext(Call call, Called person) {
        return course.calledNext(call).stream().anyMatch(next -> person.isAt(next.email()));
    }

    /** It was told when the ladder is climbed again, where the plan sets a time for that. */
    private void tellWindow(Call call, MovedBy why) {
        processes
                .timer(call.id(), "event_callAgain")
                .filter(it -> ladder.again(call, clock.instant()).isPresent())
                .ifPresent(before -> moved.tell(
                        why,
                        CallLetters.exhaustedKey(call),
                        () -> store.find(call.id())
                                .filter(now -> now.state() == State.CALLING)
                                .map(now -> again(now, before))));
    }

    private MovedTime again(Call call, Instant before) {
        Map<String, String> values = new HashMap<>();
        words.put(values, "what", "moved.again");
        words.putMoment(values, "before", before);
        words.put(values, "after", "moved.at-once");
        return new MovedTime(call.incident(), call.drill(), List.of(mails.windowAddress()), values);
    }
}
