package dev.noroshi.escalation.proof;

import dev.noroshi.calendar.TimeTargets;
import dev.noroshi.escalation.proof.CallPreview.Step;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.roster.Roster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who would be called now, or at another time: with the plan that runs and the roster as it is known. */
@Service
@Transactional(readOnly = true)
public class CallPreviews {

    private final ProofOfReach proof;
    private final Roster roster;
    private final TimeTargets targets;

    CallPreviews(ProofOfReach proof, Roster roster, TimeTargets targets) {
        this.proof = proof;
        this.roster = roster;
        this.targets = targets;
    }

    /**
     * Every ladder on a level.
     *
     * @param level 0 to 4
     * @throws NotYours for who holds no role of the plan
     */
    public List<CallPreview> at(int level, Instant at) {
        if (!roster.seesContacts(Actors.current())) {
            throw new NotYours("roster.preview");
        }
        Reachable reachable = proof.reachable(at);
        return proof.runningClimbs().stream()
                .filter(climb -> climb.level() == level)
                .map(climb -> preview(climb, reachable, at))
                .toList();
    }

    private CallPreview preview(Climb climb, Reachable reachable, Instant begins) {
        List<Step> steps = new ArrayList<>();
        Instant at = begins;
        boolean waits = false;
        for (Climb.Rung rung : climb.rungs()) {
            Reachable.Standing standing = reachable.standing(rung, at);
            boolean nobody = standing.reached().isEmpty();
            steps.add(new Step(
                    rung.number(),
                    rung.role(),
                    rung.decides(),
                    at,
                    standing.reached(),
                    standing.byTelephone(),
                    !standing.waits(),
                    nobody ? standing.reason().word() : null,
                    nobody ? standing.missed() : List.of()));
            waits |= standing.waits();
            if (waits && !rung.isWithNext()) {
                at = targets.due(at, rung.patience());
                waits = false;
            }
        }
        return new CallPreview(climb.name(), "L" + climb.level(), begins, steps, at);
    }
}
