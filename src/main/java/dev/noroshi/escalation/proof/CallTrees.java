package dev.noroshi.escalation.proof;

import dev.noroshi.escalation.proof.CallTree.Holder;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.roster.RosterAhead;
import dev.noroshi.roster.RosterAhead.Held;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The call tree (緊急連絡網) on paper: the ladders of the plan that runs, with the people of the roster. */
@Service
@Transactional(readOnly = true)
public class CallTrees {

    private final ProofOfReach proof;
    private final Roster roster;

    CallTrees(ProofOfReach proof, Roster roster) {
        this.proof = proof;
        this.roster = roster;
    }

    /**
     * Every ladder, the gravest level first.
     *
     * @param at when the roster is looked at
     * @throws NotYours for who holds no role of the plan
     */
    public List<CallTree> at(Instant at) {
        if (!roster.seesContacts(Actors.current())) {
            throw new NotYours("roster.call-tree");
        }
        RosterAhead ahead = roster.ahead(at);
        Map<Object, List<Climb>> alike = new LinkedHashMap<>();
        proof.runningClimbs().stream()
                .filter(climb -> !climb.rungs().isEmpty())
                .sorted(Comparator.comparing(Climb::name)
                        .thenComparing(Comparator.comparingInt(Climb::level).reversed()))
                .forEach(climb -> alike.computeIfAbsent(List.of(climb.name(), climb.rungs()), it -> new ArrayList<>())
                        .add(climb));
        return alike.values().stream().map(it -> tree(it, ahead, at)).toList();
    }

    private static CallTree tree(List<Climb> alike, RosterAhead ahead, Instant at) {
        Climb climb = alike.get(0);
        return new CallTree(
                climb.name(),
                alike.stream().map(it -> "L" + it.level()).toList(),
                climb.rungs().stream().map(it -> rung(it, ahead, at)).toList());
    }

    private static CallTree.Rung rung(Climb.Rung rung, RosterAhead ahead, Instant at) {
        List<Held> office = ahead.held(rung.role(), at, true);
        List<Held> outside = ahead.held(rung.role(), at, false);
        List<Holder> holders = IntStream.range(0, office.size())
                .mapToObj(n -> holder(office.get(n), outside.get(n).holder()))
                .distinct()
                .toList();
        return new CallTree.Rung(
                rung.number(),
                rung.role(),
                rung.patience().amount(),
                rung.patience().unit().name(),
                rung.decides(),
                rung.telephone(),
                holders);
    }

    private static Holder holder(Held held, Person outside) {
        Person office = held.holder();
        return new Holder(
                office, outside.equals(office) ? null : outside, !office.equals(held.called()), held.standIn());
    }
}
