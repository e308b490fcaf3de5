package dev.noroshi.incident;

import static dev.noroshi.incident.Decision.Kind.LOWERING;
import static dev.noroshi.incident.Decision.Kind.LOWERING_APPROVAL;
import static dev.noroshi.incident.Decision.Kind.RAISE;

import dev.noroshi.asset.Asset;
import dev.noroshi.asset.Assets;
import dev.noroshi.identity.Actors;
import dev.noroshi.workflow.Processes;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How bad a case is: decided by the plan's table, raised by people at once, lowered only by two. */
@Component
class Levels {

    static final int HIGHEST = 4;

    private final IncidentRepository incidents;
    private final Decisions decisions;
    private final Timeline timeline;
    private final Processes processes;
    private final Assets assets;
    private final ApplicationEventPublisher events;

    Levels(
            IncidentRepository incidents,
            Decisions decisions,
            Timeline timeline,
            Processes processes,
            Assets assets,
            ApplicationEventPublisher events) {
        this.incidents = incidents;
        this.decisions = decisions;
        this.timeline = timeline;
        this.processes = processes;
        this.assets = assets;
        this.events = events;
    }

    /** Before evaluation; an expressly unknown answer counts one level more until it is known (domain.md §4.3). */
    int provisional(Facts facts) {
        return provisional(processes.newestEdition(), facts);
    }

    private int provisional(String edition, Facts facts) {
        int level = table(edition, facts, false, Map.of());
        if (facts.leftOpen().isEmpty() || facts.type().equals("unknown")) {
            return level;
        }
        return Math.max(level, Math.min(known(edition, facts) + 1, HIGHEST));
    }

    /** The level if every open question were answered for the better. */
    private int known(String edition, Facts facts) {
        return table(edition, facts, false, facts.leftOpen());
    }

    /** From the evaluated facts; what a person raised stays raised. */
    void decide(Incident incident) {
        int level = Math.max(table(editionOf(incident), incident.facts(), true, Map.of()), floor(incident.number()));
        if (!incident.levelProvisional()) {
            level = Math.max(level, incident.level());
        }
        if (level != incident.level() || incident.levelProvisional()) {
            set(incident, level, false, "level-decided", "");
            tell(incident, level, false);
        }
    }

    /**
     * Corrected facts may show that it is worse, at once; that it is better two people say. Only what a question added
     * while it was open (わからない) falls away by itself with the answer.
     *
     * @param before the facts as they were
     * @param incident the case with its corrected facts
     */
    void reconsider(Facts before, Incident incident) {
        String edition = editionOf(incident);
        boolean provisional = incident.levelProvisional();
        int was = provisional ? provisional(edition, before) : table(edition, before, true, Map.of());
        int is =
                provisional ? provisional(edition, incident.facts()) : table(edition, incident.facts(), true, Map.of());
        int level = incident.level();
        if (is > was) {
            level = Math.max(level, is);
        } else if (is < was && provisional) {
            int supposed = Math.max(is, known(edition, before));
            level = Math.min(level, Math.max(supposed, floor(incident.number())));
        }
        if (level != incident.level()) {
            set(incident, level, provisional, provisional ? "level-provisional" : "level-decided", "");
            tell(incident, level, true);
        }
    }

    private String editionOf(Incident incident) {
        return processes.editionOf(incident.number()).orElseGet(processes::newestEdition);
    }

    /** Waits for a second person; a repeat while it waits changes nothing. */
    void proposeLowering(Incident incident, int level, String reason) {
        String number = incident.number();
        Optional<Decision> pending = decisions.pending(number, LOWERING, LOWERING_APPROVAL);
        if (pending.isPresent()) {
            if (!pending.get().value().equals("" + level)) {
                throw new ProposalPending(number);
            }
            return;
        }
        decisions.put(number, LOWERING, "" + level, reason);
        timeline.append(number, "lowering-proposed", "L" + incident.level() + " → L" + level + "\n" + reason);
        events.publishEvent(new IncidentEvent.LoweringProposed(number, level));
        processes.deliver("LoweringProposed", number);
    }

    /** Whether the person acting has just raised it so, for this reason: a second click. */
    boolean raisedSo(Incident incident, String reason) {
        String account = Actors.current().account();
        return decisions
                .latest(incident.number(), RAISE)
                .filter(raise -> raise.value().equals("" + incident.level()))
                .filter(raise -> raise.by().equals(account) && reason.equals(raise.reason()))
                .isPresent();
    }

    void raise(Incident incident, int level, String reason) {
        decisions.put(incident.number(), RAISE, "" + level, reason);
        set(incident, level, incident.levelProvisional(), "level-raised", reason);
        tell(incident, level, false);
    }

    /** Lowers to what was proposed; before the evaluation it stays provisional. */
    void lower(Incident incident) {
        int level = decisions
                .latest(incident.number(), LOWERING)
                .map(asked -> Integer.parseInt(asked.value()))
                .orElse(incident.level());
        if (loweringApproved(incident.number()) && level < incident.level()) {
            set(incident, level, incident.levelProvisional(), "level-lowered", "");
            tell(incident, level, false);
        }
    }

    /** Whether two persons want the level lowered; a raise after the proposal has overtaken it. */
    boolean loweringApproved(String number) {
        long asked = decisions.latest(number, LOWERING).map(Decision::id).orElse(0L);
        boolean overtaken = decisions
                .latest(number, RAISE)
                .filter(raise -> raise.id() > asked)
                .isPresent();
        return !overtaken && decisions.approved(number, LOWERING, LOWERING_APPROVAL);
    }

    private int floor(String number) {
        Optional<Decision> raised = decisions.latest(number, RAISE);
        long lowered = decisions
                .latest(number, LOWERING_APPROVAL)
                .filter(answer -> answer.value().equals("approve"))
                .map(Decision::id)
                .orElse(0L);
        return raised.filter(decision -> decision.id() > lowered)
                .map(decision -> Integer.parseInt(decision.value()))
                .orElse(0);
    }

    private void set(Incident incident, int level, boolean provisional, String kind, String reason) {
        incidents.level(incident.number(), level, provisional);
        String step = "L" + incident.level() + " → L" + level;
        timeline.append(incident.number(), kind, reason.isEmpty() ? step : step + "\n" + reason);
    }

    private void tell(Incident before, int level, boolean byFacts) {
        if (level != before.level()) {
            events.publishEvent(new IncidentEvent.LevelChanged(before.number(), before.level(), level, byFacts));
        }
    }

    private int table(String edition, Facts facts, boolean declared, Map<String, @Nullable String> supposed) {
        Map<String, @Nullable Object> inputs = facts.inputs(declared);
        inputs.put("rtoMinutes", leastRto(facts));
        inputs.putAll(supposed);
        return processes.decide("severity", edition, inputs).stream()
                .map(row -> row.get("level"))
                .filter(Number.class::isInstance)
                .mapToInt(level -> ((Number) level).intValue())
                .max()
                .orElse(0);
    }

    /** How long the most urgent of the named things may stand still (目標復旧時間), in minutes; null when the register knows none. */
    private @Nullable Long leastRto(Facts facts) {
        if (facts.assets() == null || facts.serviceDownMinutes() == null) {
            return null;
        }
        return facts.assets().stream()
                .flatMap(words -> assets.named(words).stream())
                .map(Asset::rtoMinutes)
                .filter(Objects::nonNull)
                .map(Integer::longValue)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
