package dev.noroshi.reporting;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.TimeTarget;
import dev.noroshi.calendar.TimeTargets;
import dev.noroshi.incident.Incident;
import dev.noroshi.workflow.Processes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the tables of the case's edition which bodies must be told and counts until when. */
@Component
class Determination {

    private static final List<String> OTHERS = List.of("prefecture-mic", "police", "jlis", "ipa", "jpcert");
    /** Items of misuse (不正の目的): sixty days instead of thirty for the definitive report. */
    private static final Set<String> MISUSE = Set.of("68-3", "my-2");

    private final Processes processes;
    private final BusinessCalendar calendar;
    private final TimeTargets targets;

    Determination(Processes processes, BusinessCalendar calendar, TimeTargets targets) {
        this.processes = processes;
        this.calendar = calendar;
        this.targets = targets;
    }

    /** One for each possible report, required or not, without ids. */
    List<Report> of(Incident incident) {
        String edition = processes.editionOf(incident.number()).orElseGet(processes::newestEdition);
        Map<String, @Nullable Object> facts = new HashMap<>(incident.facts().inputs(true));
        List<Map<String, Object>> items = processes.decide("ppc-report", edition, facts);
        facts.put("level", (long) incident.level());
        facts.put("ppcRequired", !items.isEmpty());
        List<Report> reports = new ArrayList<>(ppc(incident, edition, items));
        for (String addressee : OTHERS) {
            facts.put("addressee", addressee);
            processes.decide("external-reports", edition, facts).stream()
                    .findFirst()
                    .ifPresent(row -> reports.add(first(incident, edition, addressee, row)));
        }
        return reports;
    }

    private List<Report> ppc(Incident incident, String edition, List<Map<String, Object>> items) {
        boolean misuse = items.stream().anyMatch(row -> MISUSE.contains(String.valueOf(row.get("item"))));
        String basis = items.stream()
                .map(row -> String.valueOf(row.get("basis")))
                .distinct()
                .collect(Collectors.joining("、"));
        Instant known = incident.discoveredAt();
        LocalDate day = known.atZone(BusinessCalendar.TOKYO).toLocalDate();
        boolean required = !items.isEmpty();
        LegalClock preliminary = new LegalClock(day.plusDays(2), day.plusDays(4));
        LocalDate last = calendar.legalDeadline(known, misuse ? 60 : 30);
        LegalClock definitive = new LegalClock(last.minusDays(7), last);
        return List.of(
                ppc(incident, edition, "preliminary", basis, required, preliminary),
                ppc(incident, edition, "definitive", basis, required, definitive));
    }

    /** A legal deadline and the day from which to warn; a drill has none. */
    private record LegalClock(LocalDate warnOn, LocalDate dueOn) {}

    private static Report ppc(
            Incident incident, String edition, String kind, String basis, boolean required, LegalClock clock) {
        boolean counts = required && !incident.drill();
        return new Report.Determined(
                        "ppc",
                        kind,
                        null,
                        counts ? clock.dueOn() : null,
                        counts ? clock.warnOn() : null,
                        "ppc-report",
                        edition,
                        basis,
                        required)
                .of(incident.number(), incident.drill());
    }

    private Report first(Incident incident, String edition, String addressee, Map<String, Object> row) {
        boolean required = Boolean.TRUE.equals(row.get("required"));
        @Nullable Object amount = row.get("dueAmount");
        @Nullable Instant due = null;
        if (required && amount instanceof Number number) {
            due = targets.due(
                    incident.evaluatedAt() == null ? incident.receivedAt() : incident.evaluatedAt(),
                    new TimeTarget(number.intValue(), TimeTarget.Unit.valueOf(String.valueOf(row.get("dueUnit")))));
        }
        String basis = String.valueOf(row.get("basis"));
        return new Report.Determined(addressee, "first", due, null, null, "external-reports", edition, basis, required)
                .of(incident.number(), incident.drill());
    }
}
