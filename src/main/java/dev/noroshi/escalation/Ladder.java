package dev.noroshi.escalation;

import dev.noroshi.calendar.TimeTarget;
import dev.noroshi.calendar.TimeTargets;
import dev.noroshi.workflow.Processes;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is called next and after how long, as {@code escalation.dmn} of the case's edition says (domain.md §6.1). */
@Component
class Ladder {

    private final Processes processes;
    private final TimeTargets targets;

    Ladder(Processes processes, TimeTargets targets) {
        this.processes = processes;
        this.targets = targets;
    }

    /** One row of the table. */
    record Row(String role, int amount, String unit, boolean decides) {}

    /** The row of a rung on the call's level; empty where the ladder ends. */
    Optional<Row> rung(Call call, int level, int rung) {
        String edition = processes.editionOf(call.incident()).orElseGet(processes::newestEdition);
        Map<String, Object> facts = Map.of("ladder", call.ladder(), "level", (long) level, "rung", (long) rung);
        return processes.decide("escalation", edition, facts).stream()
                .findFirst()
                .map(Ladder::row);
    }

    /** When the called people have had their time. */
    Instant patienceEnds(Call.Rung rung) {
        return targets.due(rung.calledAt(), new TimeTarget(rung.amount(), TimeTarget.Unit.valueOf(rung.unit())));
    }

    private static Row row(Map<String, Object> values) {
        return new Row(
                String.valueOf(values.get("role")),
                ((Number) Objects.requireNonNull(values.get("amount"))).intValue(),
                String.valueOf(values.get("unit")),
                Boolean.TRUE.equals(values.get("decides")));
    }
}
