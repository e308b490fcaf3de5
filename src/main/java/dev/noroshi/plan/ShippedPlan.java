package dev.noroshi.plan;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.plan.PlanEdition.Origin;
import dev.noroshi.plan.PlanEdition.State;
import dev.noroshi.workflow.EditionInfo;
import dev.noroshi.workflow.Processes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The plan that ships with the product among the city's editions. */
@Component
class ShippedPlan {

    private final EditionStore store;
    private final Processes processes;
    private final Clock clock;

    ShippedPlan(EditionStore store, Processes processes, Clock clock) {
        this.store = store;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * Runs at once where no other plan ran before or the one before was shipped too; a city that has made its own gets it as a
     * draft. Nothing happens when it is known already.
     */
    @Transactional
    public void offer(SortedMap<String, byte[]> files) {
        store.hold();
        adopt(processes.editions());
        String digest = Digests.of(files);
        if (store.knows(digest)) {
            return;
        }
        boolean own =
                store.running().filter(it -> it.origin() != Origin.SHIPPED).isPresent();
        PlanEdition edition = edition(digest, own ? State.DRAFT : State.APPROVED, null, clock.instant());
        store.insert(edition, files);
        if (!own) {
            String deployment = processes.deploy(files, "shipped");
            store.run(edition.number(), deployment, clock.instant());
        }
    }

    /** What an earlier version of the product deployed without keeping a list. */
    private void adopt(List<EditionInfo> deployed) {
        for (EditionInfo earlier : deployed) {
            if (store.deployedAs(earlier.id()).isEmpty()) {
                SortedMap<String, byte[]> files = processes.files(earlier.id());
                PlanEdition edition = edition(Digests.of(files), State.FORMER, earlier.id(), earlier.deployedAt());
                store.insert(edition, files);
                store.run(edition.number(), earlier.id(), earlier.deployedAt());
            }
        }
    }

    private PlanEdition edition(String digest, State state, @Nullable String deployment, Instant at) {
        Actor system = Actors.current();
        Optional<Instant> effective = state == State.DRAFT ? Optional.empty() : Optional.of(at);
        return new PlanEdition(
                store.nextNumber(),
                Origin.SHIPPED,
                null,
                digest,
                "",
                state,
                system.account(),
                at,
                null,
                null,
                null,
                effective.orElse(null),
                deployment,
                deployment == null ? null : at);
    }
}
