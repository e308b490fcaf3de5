package dev.noroshi.escalation.proof;

import java.time.Instant;
import java.util.List;

/**
 * What the proof found for calls that begin from {@code from} until before {@code until}.
 *
 * @param holes by their beginning
 * @param worst by ladder, level and rung
 */
public record Proven(List<Hole> holes, List<Worst> worst, Instant from, Instant until) {

    public Proven {
        holes = List.copyOf(holes);
        worst = List.copyOf(worst);
    }

    /** The holes, or those that are longer or begin earlier, that were not there before. */
    List<Hole> newSince(Proven before) {
        return holes.stream().filter(hole -> !before.covers(hole, until)).toList();
    }

    /** @param end what lasts until there, and lasted until the end here, is the same */
    private boolean covers(Hole hole, Instant end) {
        Instant open = hole.from();
        for (Hole known : holes) {
            if (known.isOn(hole) && !known.from().isAfter(open)) {
                Instant closes = known.until().equals(until) ? end : known.until();
                open = closes.isAfter(open) ? closes : open;
            }
        }
        return !open.isBefore(hole.until());
    }
}
