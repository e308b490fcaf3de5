package dev.noroshi.escalation.proof;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.TimeTargets;
import dev.noroshi.escalation.proof.Climb.Rung;
import dev.noroshi.escalation.proof.Worst.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The longest waits of a ladder on a level. */
final class Waits {

    private record Kind(int rung, boolean office) {}

    private record Longest(Duration time, Instant from) {}

    /** Stands for the target among the rungs. */
    private static final int TARGET = 0;

    private final Climb climb;
    private final Map<Kind, Longest> longest = new HashMap<>();

    Waits(Climb climb) {
        this.climb = climb;
    }

    void called(Rung rung, Stretch stretch) {
        note(new Kind(rung.number(), stretch.office()), stretch);
    }

    /** The city's target, counted from the same beginnings. */
    void target(List<Stretch> beginnings, TimeTargets targets) {
        Climb.Target target = climb.target();
        if (target != null) {
            for (Stretch beginning : beginnings) {
                Instant end = beginning.lastAt().plus(BusinessCalendar.TICK);
                beginning.cutAt(targets.bends(beginning.at(), end, target.time())).stream()
                        .map(part -> part.waited(at -> targets.due(at, target.time())))
                        .forEach(part -> note(new Kind(TARGET, part.office()), part));
            }
        }
    }

    List<Worst> worst() {
        return climb.rungs().stream().map(this::worst).toList();
    }

    private Worst worst(Rung rung) {
        Climb.Target target = climb.target();
        return new Worst(
                climb.name(),
                "L" + climb.level(),
                rung.number(),
                rung.role(),
                rung.decides(),
                waited(rung.number(), true),
                waited(rung.number(), false),
                target == null
                        ? null
                        : new Worst.Target(
                                target.name(),
                                target.time().amount(),
                                target.time().unit().name(),
                                minutes(TARGET, true),
                                minutes(TARGET, false)));
    }

    private long minutes(int rung, boolean office) {
        Wait wait = waited(rung, office);
        return wait == null ? 0 : wait.minutes();
    }

    private @Nullable Wait waited(int rung, boolean office) {
        Longest found = longest.get(new Kind(rung, office));
        return found == null ? null : new Wait(Climbing.minutes(found.time()), found.from());
    }

    private void note(Kind kind, Stretch stretch) {
        Longest here = new Longest(stretch.longestWait(), stretch.from());
        longest.merge(kind, here, (old, now) -> now.time().compareTo(old.time()) > 0 ? now : old);
    }
}
