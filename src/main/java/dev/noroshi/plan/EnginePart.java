package dev.noroshi.plan;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.web.InstallationPart;
import dev.noroshi.workflow.EditionInfo;
import dev.noroshi.workflow.EngineHealth;
import dev.noroshi.workflow.EngineWatch;
import dev.noroshi.workflow.Processes;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The engine that runs the plan: at work, and nothing stuck. */
@Component
class EnginePart implements InstallationPart {

    private final EngineWatch engine;
    private final Processes processes;
    private final JapaneseDates dates;

    EnginePart(EngineWatch engine, Processes processes, JapaneseDates dates) {
        this.engine = engine;
        this.processes = processes;
        this.dates = dates;
    }

    @Override
    public String key() {
        return "engine";
    }

    @Override
    public State state() {
        try {
            EngineHealth health = engine.look();
            EditionInfo edition = processes.editions().get(0);
            String[] facts = {
                String.valueOf(edition.number()),
                dates.table(edition.deployedAt()),
                String.valueOf(health.due()),
                String.valueOf(health.stuck())
            };
            return health.running() && health.stuck() == 0 ? State.well(facts) : State.ill("", facts);
        } catch (DataAccessException unreachable) {
            return State.ill("", "—", "—", "—", "—");
        }
    }
}
