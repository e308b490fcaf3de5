package dev.noroshi.escalation.proof;

import dev.noroshi.escalation.proof.Hole.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The holes of a ladder on a level, and what it reaches by telephone only, gathered stretch by stretch; those that meet are one. */
final class Holes {

    private final Climb climb;
    private final Map<Hole, List<Hole>> alike = new LinkedHashMap<>();

    Holes(Climb climb) {
        this.climb = climb;
    }

    /** @param stretch at the end of the ladder; in the order of beginnings */
    void add(Stretch stretch) {
        boolean nobody = stretch.reached() == 0;
        if (climb.rungs().isEmpty()) {
            gather(hole(
                    stretch,
                    new Stretch.Gap(0, "", Reason.NO_RUNG, List.of(), stretch.from(), stretch.at(), true),
                    true));
        }
        stretch.gaps().forEach(gap -> gather(hole(stretch, gap, nobody)));
        if (stretch.reached() > 1 && stretch.people().size() == 1) {
            gather(samePerson(stretch));
        }
    }

    /** By their beginning. */
    List<Hole> merged() {
        return merged(hole -> !hole.isByTelephone());
    }

    /** What is reached by telephone only, likewise. */
    List<Hole> byTelephone() {
        return merged(Hole::isByTelephone);
    }

    private List<Hole> merged(Predicate<Hole> wanted) {
        return alike.values().stream()
                .flatMap(List::stream)
                .filter(wanted)
                .sorted(Comparator.comparing(Hole::from))
                .toList();
    }

    private Hole samePerson(Stretch stretch) {
        Climb.Rung last = climb.rungs().get(climb.rungs().size() - 1);
        return hole(
                stretch,
                new Stretch.Gap(
                        last.number(),
                        last.role(),
                        Reason.SAME_PERSON,
                        stretch.names(),
                        stretch.from(),
                        stretch.from(),
                        true),
                false);
    }

    private Hole hole(Stretch stretch, Stretch.Gap gap, boolean nobody) {
        return new Hole(
                climb.name(),
                "L" + climb.level(),
                gap.rung() == 0 ? null : gap.rung(),
                gap.rung() == 0 ? null : gap.role(),
                gap.reason(),
                gap.people(),
                nobody,
                stretch.from(),
                stretch.until(),
                gap.calledAt(stretch.from()));
    }

    private void gather(Hole hole) {
        Hole kind = hole.at(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
        List<Hole> known = alike.computeIfAbsent(kind, it -> new ArrayList<>());
        Hole last = known.isEmpty() ? null : known.get(known.size() - 1);
        if (last != null && last.until().equals(hole.from())) {
            known.set(known.size() - 1, last.at(last.from(), hole.until(), last.calledAt()));
        } else {
            known.add(hole);
        }
    }
}
