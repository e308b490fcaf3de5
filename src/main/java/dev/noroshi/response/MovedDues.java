package dev.noroshi.response;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.incident.Incident;
import dev.noroshi.mail.MovedBy;
import dev.noroshi.mail.MovedTime;
import dev.noroshi.mail.MovedTimes;
import dev.noroshi.plan.PlanWords;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.task.Task;
import dev.noroshi.task.Tasks;
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
    private final Tasks tasks;
    private final Roster roster;
    private final CaseAccess access;
    private final CaseWords words;
    private final PlanWords planWords;
    private final JapaneseDates dates;
    private final Clock clock;

    MovedDues(
            MovedTimes moved,
            Tasks tasks,
            Roster roster,
            CaseAccess access,
            CaseWords words,
            PlanWords planWords,
            JapaneseDates dates,
            Clock clock) {
        this.moved = moved;
        this.tasks = tasks;
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

    /** @param before the step with the time that it had */
    void tell(Incident incident, Task before, MovedBy why) {
        moved.tell(
                why,
                letter(before.id()),
                () -> tasks.waiting(before.id())
                        .filter(now -> !time(Locale.ENGLISH, before.due()).equals(time(Locale.ENGLISH, now.due())))
                        .map(now -> moved(incident, now, before.due())));
    }

    private MovedTime moved(Incident incident, Task task, @Nullable Instant before) {
        Map<String, String> values = new HashMap<>();
        for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            String prefix = locale.equals(Locale.JAPANESE) ? "" : "en.";
            String name = planWords.of(task.element(), task.name(), locale);
            values.put(prefix + "what", words.text(locale, "response.moved.task", name));
            values.put(prefix + "before", time(locale, before));
            values.put(prefix + "after", time(locale, task.due()));
        }
        return new MovedTime(incident.number(), incident.drill(), concerned(task), values);
    }

    private List<String> concerned(Task task) {
        CaseAccess.Readers readers = access.readersOf(task.incident());
        @Nullable String assignee = task.assignee();
        if (assignee != null) {
            boolean reads = task.roles().stream().anyMatch(role -> readers.include(role, assignee));
            return roster.personOf(assignee).filter(person -> reads).map(Person::email).stream()
                    .toList();
        }
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
