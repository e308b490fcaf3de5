package dev.noroshi.escalation;

import dev.noroshi.calendar.DayCorrected;
import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.escalation.Call.Called;
import dev.noroshi.mail.MovedTime;
import dev.noroshi.mail.MovedTimes;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who is waited for and was told until when hears of another time, as soon as a correction of the calendar makes it so. */
@Component
class MovedPatience {

    private final CallCourse course;
    private final CalledStore people;
    private final ToldStore told;
    private final CallWords words;
    private final MovedTimes moved;
    private final JapaneseDates dates;
    private final Clock clock;

    MovedPatience(
            CallCourse course,
            CalledStore people,
            ToldStore told,
            CallWords words,
            MovedTimes moved,
            JapaneseDates dates,
            Clock clock) {
        this.course = course;
        this.people = people;
        this.told = told;
        this.words = words;
        this.moved = moved;
        this.dates = dates;
        this.clock = clock;
    }

    /** @return whether anybody was told another time */
    boolean tell(Call call, DayCorrected why) {
        Instant end = course.patienceEnds(call.id());
        boolean any = false;
        for (Called person : course.waitedFor(call.id())) {
            Instant before = told.until(call.id(), person).orElse(end);
            if (!sameInLetters(before, end) && !people.answered(call.id(), person)) {
                moved.tell(why, moved(call, person, before, end));
                told.told(call.id(), person.rung(), person.email(), end);
                any = true;
            }
        }
        return any;
    }

    /** Letters give minutes. */
    private boolean sameInLetters(Instant one, Instant other) {
        return dates.table(one).equals(dates.table(other));
    }

    private MovedTime moved(Call call, Called person, Instant before, Instant end) {
        Map<String, String> values = new HashMap<>();
        words.put(values, "what", "moved.climb");
        words.putMoment(values, "before", before);
        words.putBoth(values, "after", locale -> after(locale, end));
        return new MovedTime(
                call.incident(),
                call.drill(),
                CallLetters.key(call, person),
                List.of(String.valueOf(person.email())),
                values);
    }

    private String after(Locale locale, Instant end) {
        return end.isAfter(clock.instant()) ? words.moment(locale, end) : words.text(locale, "moved.at-once");
    }
}
