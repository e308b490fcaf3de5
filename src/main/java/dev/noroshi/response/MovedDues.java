package dev.noroshi.response;

import dev.noroshi.calendar.DayCorrected;
import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.incident.Incident;
import dev.noroshi.mail.MovedTime;
import dev.noroshi.mail.MovedTimes;
import dev.noroshi.plan.PlanWords;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.task.DueMoved;
import dev.noroshi.task.Task;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who was told by letter that a step waits hears of its new time; of a claimed one only who has it. */
@Component
class MovedDues {

    private final MovedTimes moved;
    private final Roster roster;
    private final CaseAccess access;
    private final CaseWords words;
    private final PlanWords planWords;
    private final JapaneseDates dates;
    private final Clock clock;

    MovedDues(
            MovedTimes moved,
            Roster roster,
            CaseAccess access,
            CaseWords words,
            PlanWords planWords,
            JapaneseDates dates,
            Clock clock) {
        this.moved = moved;
        this.roster = roster;
        this.access = access;
        this.words = words;
        this.planWords = planWords;
        this.dates = dates;
        this.clock = clock;
    }

    /** Key of the letter that says that a step waits. */
    static String letter(String taskId) {
        return taskId + "/waiting";
    }

    void tell(Incident incident, DueMoved due, DayCorrected why) {
        Task task = due.task();
        Map<String, String> values = new HashMap<>();
        for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            String prefix = locale.equals(Locale.JAPANESE) ? "" : "en.";
            String name = planWords.of(task.element(), task.name(), locale);
            values.put(prefix + "what", words.text(locale, "response.moved.task", name));
            values.put(prefix + "before", time(locale, task.due()));
            values.put(prefix + "after", time(locale, due.due()));
        }
        moved.tell(why, new MovedTime(incident.number(), incident.drill(), letter(task.id()), concerned(task), values));
    }

    private List<String> concerned(Task task) {
        @Nullable String assignee = task.assignee();
        if (assignee != null) {
            return roster.personOf(assignee).map(Person::email).stream().toList();
        }
        CaseAccess.Readers readers = access.readersOf(task.incident());
        return task.roles().stream()
                .flatMap(role -> holders(role).filter(person -> readers.include(role, person.account())))
                .map(Person::email)
                .filter(Objects::nonNull)
                .toList();
    }

    private Stream<Person> holders(String role) {
        return roster.holders(role, clock.instant()).stream();
    }

    private String time(Locale locale, @Nullable Instant at) {
        return Optional.ofNullable(at)
                .map(it -> locale.equals(Locale.JAPANESE) ? dates.letter(it) : dates.table(it))
                .orElseGet(() -> words.text(locale, "response.no-deadline"));
    }
}
