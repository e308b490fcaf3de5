package dev.noroshi.plan;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.web.InstallationPart;
import dev.noroshi.workflow.EngineHealth;
import dev.noroshi.workflow.EngineWatch;
import java.util.Objects;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The engine that runs the plan: at work, and nothing stuck. */
@Component
class EnginePart implements InstallationPart {

    private final EngineWatch engine;
    private final PlanEditions editions;
    private final JapaneseDates dates;

    EnginePart(EngineWatch engine, PlanEditions editions, JapaneseDates dates) {
        this.engine = engine;
        this.editions = editions;
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
            PlanEdition edition = editions.running();
            String[] facts = {
                String.valueOf(edition.number()),
                dates.table(Objects.requireNonNull(edition.deployedAt())),
                String.valueOf(health.due()),
                String.valueOf(health.stuck())
            };
            return health.running() && health.stuck() == 0 ? State.well(facts) : State.ill("", facts);
        } catch (DataAccessException unreachable) {
            return State.ill("", "—", "—", "—", "—");
        }
    }
}
