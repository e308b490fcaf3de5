package dev.noroshi.plan;

import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.plan.StepHolders.Holding;
import dev.noroshi.workflow.ElementState;
import dev.noroshi.workflow.Processes;
import dev.noroshi.workflow.Whereabouts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where cases stand in the plan. */
@Service
@Transactional(readOnly = true)
public class Standings {

    private final Whereabouts whereabouts;
    private final Processes processes;
    private final EditionStore editions;
    private final StepHolders holders;
    private final PlanWords words;
    private final CaseAccess access;
    private final Clock clock;

    Standings(
            Whereabouts whereabouts,
            Processes processes,
            EditionStore editions,
            StepHolders holders,
            PlanWords words,
            CaseAccess access,
            Clock clock) {
        this.whereabouts = whereabouts;
        this.processes = processes;
        this.editions = editions;
        this.holders = holders;
        this.words = words;
        this.access = access;
        this.clock = clock;
    }

    /** Where a case stands, for whoever may look inside it. */
    public Standing of(String incident) {
        access.requireInside(Actors.current(), incident);
        Map<String, Holding> holdings = holders.holdings(incident);
        Instant now = clock.instant();
        List<Place> places = whereabouts.of(incident).stream()
                .map(it -> place(it, holdings, now))
                .toList();
        Optional<String> edition = processes.editionOf(incident);
        return new Standing(
                edition.orElse(null),
                edition.flatMap(editions::deployedAs).map(PlanEdition::number).orElse(null),
                places);
    }

    private Place place(ElementState at, Map<String, Holding> holdings, Instant now) {
        @Nullable Holding holding = at.stands() && at.step() != null ? holdings.get(at.step()) : null;
        boolean overdue =
                holding != null && holding.due() != null && holding.due().isBefore(now);
        return new Place(at, words.of(at.element(), at.name()), holding, overdue);
    }
}
