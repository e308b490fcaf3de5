package dev.noroshi.reporting;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.TimeTarget;
import dev.noroshi.calendar.TimeTargets;
import dev.noroshi.incident.Incident;
import dev.noroshi.workflow.Processes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the tables of the case's edition which bodies must be told and counts until when. */
@Component
class Determination {

    /** Items of misuse (不正の目的): sixty days instead of thirty for the definitive report. */
    private static final Set<String> MISUSE = Set.of("68-3", "my-2");

    private final Processes processes;
    private final Matrix matrix;
    private final BusinessCalendar calendar;
    private final TimeTargets targets;

    Determination(Processes processes, Matrix matrix, BusinessCalendar calendar, TimeTargets targets) {
        this.processes = processes;
        this.matrix = matrix;
        this.calendar = calendar;
        this.targets = targets;
    }

    /**
     * One for each possible report, required or not, without ids.
     *
     * @param since since when a body is required, by choice: its clock runs on
     * @param now the moment of knowing for what is newly required
     */
    List<Report> of(Incident incident, Map<String, Instant> since, Instant now) {
        String edition = processes.editionOf(incident.number()).orElseGet(processes::newestEdition);
        List<Map<String, Object>> items =
                processes.decide("ppc-report", edition, incident.facts().inputs(true));
        Map<String, @Nullable Object> facts = facts(incident, edition);
        boolean misuse = Boolean.TRUE.equals(facts.get("misuse"));
        List<Report> reports = new ArrayList<>();
        for (String body : Addressees.KEYS) {
            List<Matrix.Answer> answers = matrix.of(incident, edition, body, facts);
            if (body.startsWith("ppc-")) {
                reports.add(ppc(incident, edition, body.substring(4), items, deadline(answers, body, misuse)));
            } else if (!answers.isEmpty()) {
                reports.add(first(incident, edition, body, answers, from(incident, body, since, now)));
            }
        }
        return reports;
    }

    /** Until when a body that was told already hears what is new, known at this moment. */
    Instant due(Incident incident, String addressee, Instant now) {
        String edition = processes.editionOf(incident.number()).orElseGet(processes::newestEdition);
        String body = addressee.equals("ppc") ? "ppc-preliminary" : addressee;
        return matrix.of(incident, edition, body, facts(incident, edition)).stream()
                .map(answer -> due(answer, now))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> due(deadline(List.of(), "ppc-preliminary", false), now));
    }

    private Map<String, @Nullable Object> facts(Incident incident, String edition) {
        Map<String, @Nullable Object> facts = new HashMap<>(incident.facts().inputs(true));
        List<Map<String, Object>> items = processes.decide("ppc-report", edition, facts);
        facts.put("level", (long) incident.level());
        facts.put("ppcRequired", !items.isEmpty());
        facts.put("misuse", items.stream().anyMatch(row -> MISUSE.contains(String.valueOf(row.get("item")))));
        return facts;
    }

    /** 本人 is told under the law, whose clock runs from the discovery; any other from when it is known that they must be told. */
    private static Instant from(Incident incident, String body, Map<String, Instant> since, Instant now) {
        return body.equals("persons") ? incident.discoveredAt() : since.getOrDefault(body, now);
    }

    /** What the table says; of an edition from before the matrix what the law says. */
    private static Matrix.Answer deadline(List<Matrix.Answer> answers, String body, boolean misuse) {
        int days = body.equals("ppc-preliminary") ? 5 : misuse ? 60 : 30;
        return answers.isEmpty()
                ? new Matrix.Answer(true, new TimeTarget(days, TimeTarget.Unit.DAYS), "web-form", "")
                : answers.get(0);
    }

    private Report ppc(
            Incident incident, String edition, String kind, List<Map<String, Object>> items, Matrix.Answer answer) {
        String basis = items.stream()
                .map(row -> String.valueOf(row.get("basis")))
                .distinct()
                .collect(Collectors.joining("、"));
        Instant known = incident.discoveredAt();
        boolean required = !items.isEmpty();
        boolean counts = required && !incident.drill();
        LegalClock clock = kind.equals("preliminary")
                ? LegalClock.preliminary(known, answer.due().amount())
                : LegalClock.definitive(calendar, known, answer.due().amount());
        return new Report.Determined(
                        "ppc",
                        kind,
                        required ? known : null,
                        null,
                        counts ? clock.dueOn() : null,
                        counts ? clock.warnOn() : null,
                        "ppc-report",
                        edition,
                        basis,
                        answer.channel(),
                        required)
                .of(incident.number(), incident.drill());
    }

    /** A body that several segments or data ask for is told once, by the earliest deadline. */
    private Report first(Incident incident, String edition, String body, List<Matrix.Answer> answers, Instant from) {
        Matrix.Answer earliest = Objects.requireNonNull(answers.stream()
                .min((one, other) -> due(one, from).compareTo(due(other, from)))
                .orElse(null));
        boolean required = earliest.required();
        String basis = Stream.concat(Stream.of(earliest), answers.stream())
                .map(Matrix.Answer::basis)
                .distinct()
                .collect(Collectors.joining("、"));
        return new Report.Determined(
                        body,
                        "first",
                        required ? from : null,
                        required ? due(earliest, from) : null,
                        null,
                        null,
                        "external-reports",
                        edition,
                        basis,
                        earliest.channel(),
                        required)
                .of(incident.number(), incident.drill());
    }

    private Instant due(Matrix.Answer answer, Instant from) {
        return answer.due().unit() == TimeTarget.Unit.DAYS
                ? targets.dueByDay(from, answer.due().amount())
                : targets.due(from, answer.due());
    }
}
