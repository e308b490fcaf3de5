package dev.noroshi.reporting;

import dev.noroshi.incident.Incident;
import dev.noroshi.incident.Incidents;
import dev.noroshi.mail.MovedBy;
import dev.noroshi.mail.MovedTime;
import dev.noroshi.mail.MovedTimes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who was reminded of a report hears that it is due at another time, unless the next reminder says so at once. */
@Component
class MovedDeadlines {

    private final MovedTimes moved;
    private final ReportStore store;
    private final Reminders reminders;
    private final Reminder letters;
    private final Incidents incidents;
    private final Clock clock;

    MovedDeadlines(
            MovedTimes moved,
            ReportStore store,
            Reminders reminders,
            Reminder letters,
            Incidents incidents,
            Clock clock) {
        this.moved = moved;
        this.store = store;
        this.reminders = reminders;
        this.letters = letters;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** @param before the report with the deadline that it had */
    void tell(Report before, MovedBy why) {
        moved.tell(
                why,
                Reminder.key(before),
                () -> Optional.of(store.get(before.id()))
                        .filter(Report::open)
                        .filter(now ->
                                !letters.deadline(Locale.ENGLISH, before).equals(letters.deadline(Locale.ENGLISH, now)))
                        .map(now -> moved(before, now)));
    }

    private MovedTime moved(Report before, Report now) {
        Map<String, String> values = new HashMap<>();
        for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            String prefix = locale.equals(Locale.JAPANESE) ? "" : "en.";
            values.put(prefix + "what", letters.moved(locale, now));
            values.put(prefix + "before", letters.deadline(locale, before));
            values.put(prefix + "after", letters.deadline(locale, now));
        }
        return new MovedTime(now.incident(), now.drill(), concerned(before, now), values);
    }

    private List<String> concerned(Report before, Report now) {
        Incident incident = incidents.of(now.incident());
        List<String> roles = Stream.concat(
                        reminders.roles(before, incident).stream(), reminders.roles(now, incident).stream())
                .distinct()
                .toList();
        List<String> to = new ArrayList<>(letters.addresses(now.incident(), roles));
        to.removeAll(remindedNow(now, incident));
        return to;
    }

    /** Those whom the table reminds anew as soon as the change is made, for the time of its next step has come by it. */
    private List<String> remindedNow(Report report, Incident incident) {
        Instant now = clock.instant();
        return reminders
                .due(report, incident, store.reminderStep(report.id()), now)
                .filter(step -> !step.at().isAfter(now))
                .map(step -> letters.addresses(report.incident(), step.roles()))
                .orElse(List.of());
    }
}
