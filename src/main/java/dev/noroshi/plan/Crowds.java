package dev.noroshi.plan;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.workflow.Whereabouts;
import dev.noroshi.workflow.Whereabouts.Stay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many open cases stand where, and where they wait longest: two statements for all cases together. */
@Service
@Transactional(readOnly = true)
public class Crowds {

    private static final int HOTTEST = 4;

    /** What a drill's number has, and no other. */
    private static final String DRILL = "-D";

    private record Spot(String process, String element) {}

    private final Whereabouts whereabouts;
    private final CaseAccess access;
    private final PlanWords words;
    private final Clock clock;

    Crowds(Whereabouts whereabouts, CaseAccess access, PlanWords words, Clock clock) {
        this.whereabouts = whereabouts;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    /** Over the cases into which the person acting may look, without drills; the longest waiting first. */
    public List<Crowd> list() {
        Actor actor = Actors.current();
        if (Roles.ALL.stream().noneMatch(actor::holds)) {
            throw new NotYours("plan.standing");
        }
        List<Stay> all = whereabouts.everywhere();
        Set<String> numbers = all.stream()
                .map(Stay::incident)
                .filter(number -> !number.isEmpty() && !number.contains(DRILL))
                .collect(Collectors.toSet());
        Set<String> seen = access.inside(actor, numbers);
        Map<Spot, List<Stay>> spots = all.stream()
                .filter(stay -> seen.contains(stay.incident()))
                .sorted(Comparator.comparing(Stay::since))
                .collect(Collectors.groupingBy(
                        stay -> new Spot(stay.process(), stay.element()), LinkedHashMap::new, Collectors.toList()));
        Map<String, Integer> most = new HashMap<>();
        spots.forEach((spot, stays) -> most.merge(spot.process(), casesOf(stays).size(), Math::max));
        return spots.values().stream()
                .map(stays -> crowd(stays, most.getOrDefault(stays.get(0).process(), 1)))
                .toList();
    }

    private Crowd crowd(List<Stay> stays, int most) {
        Stay first = stays.get(0);
        List<String> incidents = casesOf(stays);
        Instant now = clock.instant();
        return new Crowd(
                first.process(),
                first.element(),
                words.of(first.element(), first.name()),
                first.type(),
                incidents.size(),
                waiting(first, now),
                waiting(stays.get((stays.size() - 1) / 2), now),
                incidents,
                Math.max(1, (HOTTEST * incidents.size() + most - 1) / most));
    }

    private static List<String> casesOf(List<Stay> stays) {
        return stays.stream().map(Stay::incident).distinct().toList();
    }

    private static Duration waiting(Stay stay, Instant now) {
        return stay.since().isAfter(now) ? Duration.ZERO : Duration.between(stay.since(), now);
    }
}
