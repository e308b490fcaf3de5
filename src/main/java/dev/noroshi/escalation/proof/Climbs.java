package dev.noroshi.escalation.proof;

import dev.noroshi.calendar.TimeTarget;
import dev.noroshi.escalation.proof.Climb.Rung;
import dev.noroshi.workflow.PaperSteps;
import dev.noroshi.workflow.PaperTable;
import dev.noroshi.workflow.PaperTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the ladders of every level out of a plan's tables. */
@Component
class Climbs {

    private static final int HIGHEST_LEVEL = 4;
    private static final int MOST_RUNGS = 20;

    /** What the city sets itself for the beginning of each ladder. */
    private static final Map<String, String> TARGETS = Map.of("csirt", "receive", "ciso", "report-to-ciso");

    private final PaperTables tables;
    private final PaperSteps steps;

    Climbs(PaperTables tables, PaperSteps steps) {
        this.tables = tables;
        this.steps = steps;
    }

    List<Climb> of(Map<String, byte[]> files) {
        Optional<PaperTable> targets = tables.table(files, "time-targets");
        Set<String> telephonists = steps.roles(files, "recordTelephone", "escalation.telephones");
        return tables.table(files, "escalation").stream()
                .flatMap(table ->
                        table.words("ladder").stream().flatMap(ladder -> levels(table, ladder, targets, telephonists)))
                .toList();
    }

    private static Stream<Climb> levels(
            PaperTable table, String ladder, Optional<PaperTable> targets, Set<String> telephonists) {
        return IntStream.rangeClosed(0, HIGHEST_LEVEL)
                .mapToObj(level -> new Climb(
                        ladder, level, rungs(table, ladder, level, telephonists), target(targets, ladder, level)));
    }

    private static List<Rung> rungs(PaperTable table, String ladder, int level, Set<String> telephonists) {
        List<Rung> rungs = new ArrayList<>();
        for (int number = 1; number <= MOST_RUNGS; number++) {
            List<Map<String, Object>> rows =
                    table.decide(Map.of("ladder", ladder, "level", (long) level, "rung", (long) number));
            if (rows.isEmpty()) {
                break;
            }
            Map<String, Object> row = rows.get(0);
            rungs.add(new Rung(
                    number,
                    String.valueOf(row.get("role")),
                    TimeTarget.of(row),
                    Boolean.TRUE.equals(row.get("decides")),
                    String.valueOf(row.getOrDefault("telephone", "no")),
                    telephonists));
        }
        return rungs;
    }

    private static Climb.@Nullable Target target(Optional<PaperTable> targets, String ladder, int level) {
        String name = TARGETS.get(ladder);
        if (name == null) {
            return null;
        }
        return targets.flatMap(table -> table.decide(Map.of("target", name, "level", (long) level)).stream()
                        .findFirst())
                .map(row -> new Climb.Target(name, TimeTarget.of(row)))
                .orElse(null);
    }
}
