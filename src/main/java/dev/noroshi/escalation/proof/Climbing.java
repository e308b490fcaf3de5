package dev.noroshi.escalation.proof;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.TimeTargets;
import dev.noroshi.escalation.proof.Climb.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Climbs a ladder for all beginnings of a span at once: between two changes of the roster, of office hours and of the day all
 * calls climb alike, so each such stretch is climbed once.
 */
final class Climbing {

    private final Reachable reachable;
    private final BusinessCalendar calendar;
    private final TimeTargets targets;
    private final Instant from;
    private final Instant until;

    Climbing(Reachable reachable, BusinessCalendar calendar, TimeTargets targets, Instant from, Instant until) {
        this.reachable = reachable;
        this.calendar = calendar;
        this.targets = targets;
        this.from = from;
        this.until = until;
    }

    Proven climb(Climb climb) {
        Waits waits = new Waits(climb);
        List<Stretch> stretches = beginnings();
        waits.target(stretches, targets);
        for (Rung rung : climb.rungs()) {
            stretches = climb(rung, stretches, waits);
        }
        Holes holes = new Holes(climb);
        stretches.forEach(holes::add);
        return new Proven(holes.merged(), holes.byTelephone(), waits.worst(), from, until);
    }

    private List<Stretch> beginnings() {
        List<Instant> cuts = new ArrayList<>(calendar.officeChanges(from, until));
        cuts.add(0, from);
        cuts.add(until);
        List<Stretch> stretches = new ArrayList<>();
        for (int n = 1; n < cuts.size(); n++) {
            Instant begins = cuts.get(n - 1);
            stretches.add(Stretch.beginning(begins, cuts.get(n), calendar.isOfficeHours(begins)));
        }
        return stretches;
    }

    private List<Stretch> climb(Rung rung, List<Stretch> stretches, Waits waits) {
        List<Stretch> next = new ArrayList<>();
        for (Stretch stretch : stretches) {
            for (Stretch piece : stretch.cutAt(reachable.changes(rung, stretch.at(), stretch.lastAt()))) {
                Reachable.Standing standing = reachable.standing(rung, piece.at());
                Stretch called = piece.called(standing.reached(), standing.waits());
                if (!standing.reached().isEmpty()) {
                    waits.called(rung, piece);
                }
                next.addAll(patient(
                        rung,
                        standing.missed().isEmpty() && !standing.reached().isEmpty()
                                ? called
                                : called.noted(rung.number(), rung.role(), standing.reason(), standing.missed())));
            }
        }
        return next;
    }

    private List<Stretch> patient(Rung rung, Stretch piece) {
        if (rung.isWithNext() || !piece.waits()) {
            return List.of(piece);
        }
        Instant end = piece.lastAt().plus(BusinessCalendar.TICK);
        return piece.cutAt(piece.moves() ? targets.bends(piece.at(), end, rung.patience()) : List.of()).stream()
                .map(part -> part.waited(at -> targets.due(at, rung.patience())))
                .toList();
    }

    /** Begun minutes count. */
    static long minutes(Duration wait) {
        return wait.plus(Duration.ofMinutes(1)).minusNanos(1).toMinutes();
    }
}
