package dev.noroshi.reporting;

import dev.noroshi.incident.Incidents;
import dev.noroshi.workflow.Processes;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reports that were begun and are no longer required: a person says, with the reason, whether they are dropped. */
@Component
class Drops {

    private static final Set<String> BEGUN = Set.of("drafting", "approval", "approved");

    private final ReportStore store;
    private final Incidents incidents;
    private final Processes processes;
    private final Bases bases;
    private final Clock clock;

    Drops(ReportStore store, Incidents incidents, Processes processes, Bases bases, Clock clock) {
        this.processes = processes;
        this.bases = bases;
        this.store = store;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** What was begun and is no longer required goes on until a person says that it is dropped. */
    void ask(String incident, List<Report> before) {
        Set<String> were = before.stream()
                .filter(report -> report.required() && BEGUN.contains(report.state()))
                .map(Report::id)
                .collect(Collectors.toSet());
        store.of(incident).stream()
                .filter(report -> were.contains(report.id()) && !report.required())
                .forEach(report -> {
                    incidents.record(incident, "report-no-longer-required", bases.lines(report));
                    processes.deliver("ReportNoLongerRequired", report.id());
                });
    }

    /** Whether the tables ask for the report now. */
    boolean required(String id) {
        return store.get(id).required();
    }

    boolean decided(String id) {
        return store.dropDecided(id);
    }

    void decide(String id, boolean drop, String reason) {
        store.decideDrop(id, drop, reason, clock.instant());
        incidents.record(
                store.get(id).incident(), drop ? "report-dropped" : "report-kept", (id + "\n" + reason).strip());
    }

    /** A report that was submitted meanwhile stays submitted. */
    void drop(String id) {
        if (store.get(id).open()) {
            store.state(id, "not-required", null);
        }
    }
}
