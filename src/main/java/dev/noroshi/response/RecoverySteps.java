package dev.noroshi.response;

import dev.noroshi.calendar.TimeTarget;
import dev.noroshi.calendar.TimeTargets;
import dev.noroshi.incident.Incidents;
import dev.noroshi.workflow.PlanVocabulary;
import dev.noroshi.workflow.Processes;
import java.time.Clock;
import java.util.Date;
import java.util.Map;

/** What the plan asks during 復旧. */
@PlanVocabulary("recovery")
public class RecoverySteps {

    private final Incidents incidents;
    private final Processes processes;
    private final TimeTargets targets;
    private final Clock clock;

    RecoverySteps(Incidents incidents, Processes processes, TimeTargets targets, Clock clock) {
        this.incidents = incidents;
        this.processes = processes;
        this.targets = targets;
        this.clock = clock;
    }

    /** When the observation period (監視期間) ends by itself; a person may end it earlier. */
    public Date observationEnds(String key) {
        String edition = processes.editionOf(key).orElseGet(processes::newestEdition);
        long level = incidents.of(key).level();
        Map<String, Object> row = processes
                .decide("time-targets", edition, Map.of("target", "observation", "level", level))
                .get(0);
        return Date.from(targets.due(clock.instant(), TimeTarget.of(row)));
    }
}
