package dev.noroshi.plan;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.journal.Journal;
import dev.noroshi.plan.StoppageStore.Kept;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.TextRules;
import dev.noroshi.workflow.Processes;
import dev.noroshi.workflow.StuckStep;
import dev.noroshi.workflow.StuckSteps;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stuck steps: administrators, the CSIRT's lead and 統括情報セキュリティ責任者 see them, without anything of the case; one of the first
 * two tries again or proposes to skip, and another of the last two approves.
 */
@Service
@Transactional
public class Stoppages {

    /** The engine's own tries before it gives up ({@code failed-job-retry-time-cycle}). */
    private static final int ENGINE_TRIES = 3;

    private static final Kept NOTHING = new Kept(0, null);

    private final StuckSteps steps;
    private final StoppageStore store;
    private final Processes processes;
    private final PlanWords words;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Stoppages(
            StuckSteps steps,
            StoppageStore store,
            Processes processes,
            PlanWords words,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.steps = steps;
        this.store = store;
        this.processes = processes;
        this.words = words;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** The longest stuck first. */
    @Transactional(readOnly = true)
    public List<Stoppage> list() {
        Actor actor = require("plan.stuck", Roles.ADMIN, Roles.LEAD, Roles.CHIEF);
        Map<String, Kept> kept = store.all();
        return steps.all().stream()
                .map(step -> stoppage(step, kept.getOrDefault(step.id(), NOTHING), actor))
                .toList();
    }

    /** Tries it at once. */
    public void retry(String id) {
        require("plan.stuck-retry", Roles.ADMIN, Roles.LEAD);
        StuckStep step = held(id);
        steps.retry(step);
        store.retried(id);
        journal.record("plan.step-retried", subject(step), step.element());
        tell(new StoppageEvent.Retried(step.incident(), step.element(), step.name()));
    }

    /** Asks to go on behind it. */
    public void proposeSkip(String id, String reason) {
        Actor actor = require("plan.stuck-skip", Roles.ADMIN, Roles.LEAD);
        String why = checked(reason);
        StuckStep step = held(id);
        if (!step.skippable()) {
            throw StoppageProblem.notSkippable();
        }
        store.proposed(id, actor, clock.instant(), why);
        journal.record("plan.skip-proposed", subject(step), step.element() + "：" + why);
        tell(new StoppageEvent.SkipProposed(step.incident(), step.element(), step.name(), why));
    }

    /** A second person lets the plan go on behind it. */
    public void approveSkip(String id) {
        Actor actor = require("plan.stuck-approve", Roles.CHIEF, Roles.LEAD);
        StuckStep step = held(id);
        Stoppage.@Nullable Proposal proposal =
                store.all().getOrDefault(id, NOTHING).proposal();
        if (proposal == null) {
            throw StoppageProblem.notProposed();
        }
        if (proposal.by().equals(actor.account())) {
            throw StoppageProblem.samePerson();
        }
        if (!steps.skip(step)) {
            throw StoppageProblem.failsBehind();
        }
        store.over(id);
        journal.record("plan.step-skipped", subject(step), step.element() + "：" + proposal.reason());
        tell(new StoppageEvent.Skipped(step.incident(), step.element(), step.name(), proposal.reason()));
    }

    private static String subject(StuckStep step) {
        return step.incident().isEmpty() ? step.key() : step.incident();
    }

    /** What belongs to no case has nobody to tell. */
    private void tell(StoppageEvent event) {
        if (!event.incident().isEmpty()) {
            events.publishEvent(event);
        }
    }

    /** The step, while its case is held; read again behind the lock. */
    private StuckStep held(String id) {
        StuckStep found = steps.find(id).orElseThrow(StoppageProblem::over);
        processes.hold(found.key());
        return steps.find(id).orElseThrow(StoppageProblem::over);
    }

    private Stoppage stoppage(StuckStep step, Kept kept, Actor reader) {
        return new Stoppage(
                step.id(),
                step.incident(),
                step.key(),
                step.process(),
                step.element(),
                words.of(step.element(), step.name()),
                reason(step.message()),
                reader.holds(Roles.LEAD) ? step.message() : null,
                ENGINE_TRIES + kept.retries(),
                step.since(),
                step.skippable(),
                step.refusal() == null ? null : step.refusal().key(),
                kept.proposal());
    }

    /** What the failing code said may quote a case; these words do not. */
    static String reason(String message) {
        String said = message.toLowerCase(Locale.ROOT);
        if (said.contains("sql") || said.contains("jdbc") || said.contains("deadlock")) {
            return "database";
        }
        if (said.contains("timed out") || said.contains("timeout") || said.contains("connect")) {
            return "connection";
        }
        return said.contains("expression") || said.contains("decision") ? "rule" : "other";
    }

    private static String checked(String reason) {
        if (TextRules.isBlank(reason)) {
            throw new InvalidInput("reason", "required");
        }
        TextRules.text("reason", reason, PlanEditions.LONGEST_NOTE).ifPresent(error -> {
            throw new InvalidInput(List.of(error));
        });
        return reason.strip();
    }

    private static Actor require(String act, String... roles) {
        Actor actor = Actors.current();
        if (!actor.holdsAny(roles)) {
            throw new NotYours(act);
        }
        return actor;
    }
}
