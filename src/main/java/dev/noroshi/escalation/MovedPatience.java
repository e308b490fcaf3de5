package dev.noroshi.escalation;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.escalation.Call.Called;
import dev.noroshi.escalation.Call.Rung;
import dev.noroshi.escalation.Call.State;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.mail.MovedBy;
import dev.noroshi.mail.MovedTime;
import dev.noroshi.mail.MovedTimes;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Who is waited for and was told until when hears of another time, as soon as something makes it so. */
@Component
class MovedPatience {

    private final CallStore store;
    private final CallCourse course;
    private final CalledStore people;
    private final ToldStore told;
    private final CallWords words;
    private final CaseAccess access;
    private final MovedTimes moved;
    private final JapaneseDates dates;
    private final Clock clock;

    MovedPatience(
            CallStore store,
            CallCourse course,
            CalledStore people,
            ToldStore told,
            CallWords words,
            CaseAccess access,
            MovedTimes moved,
            JapaneseDates dates,
            Clock clock) {
        this.store = store;
        this.course = course;
        this.people = people;
        this.told = told;
        this.words = words;
        this.access = access;
        this.moved = moved;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * The rung that waits has another patience.
     *
     * @return whether anybody was told another time
     */
    boolean tell(Call call, MovedBy why) {
        Instant end = course.patienceEnds(call.id());
        boolean any = false;
        for (Called person : course.waitedFor(call.id())) {
            Instant before = told.until(call.id(), person).orElse(end);
            if (!sameInLetters(before, end) && !people.answered(call.id(), person)) {
                moved.tell(
                        why,
                        CallLetters.key(call, person),
                        () -> stillWaits(call, person).flatMap(open -> later(open, person, before)));
                told.told(call.id(), person.rung(), person.email(), end);
                any = true;
            }
        }
        return any;
    }

    private Optional<MovedTime> later(Call call, Called person, Instant before) {
        Instant end = course.patienceEnds(call.id());
        return sameInLetters(before, end)
                ? Optional.empty()
                : Optional.of(moved(call, person, before, locale -> after(locale, end)));
    }

    /** The call as it is now, if it waits for an answer of that person, who may still read the case. */
    Optional<Call> stillWaits(Call call, Called person) {
        return store.find(call.id())
                .filter(now -> now.state() == State.CALLING)
                .filter(now -> course.waitedFor(now.id()).contains(person) && !people.answered(now.id(), person))
                .filter(now -> mayRead(now, person));
    }

    private boolean mayRead(Call call, Called person) {
        CaseAccess.Readers readers = access.readersOf(call.incident());
        return store.rungs(call.id()).stream()
                .filter(rung -> rung.number() == person.rung())
                .map(Rung::role)
                .anyMatch(role -> readers.include(role, person.account()));
    }

    /** Letters give minutes. */
    boolean sameInLetters(Instant one, Instant other) {
        return dates.table(one).equals(dates.table(other));
    }

    MovedTime moved(Call call, Called person, Instant before, Function<Locale, String> after) {
        Map<String, String> values = new HashMap<>();
        words.put(values, "what", "moved.climb");
        words.putMoment(values, "before", before);
        words.putBoth(values, "after", after);
        return new MovedTime(call.incident(), call.drill(), List.of(String.valueOf(person.email())), values);
    }

    private String after(Locale locale, Instant end) {
        return end.isAfter(clock.instant()) ? words.moment(locale, end) : words.text(locale, "moved.at-once");
    }
}
