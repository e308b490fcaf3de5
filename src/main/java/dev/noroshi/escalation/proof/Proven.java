package dev.noroshi.escalation.proof;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the proof found for calls that begin from {@code from} until before {@code until}.
 *
 * @param holes by their beginning
 * @param byTelephone rungs that reach nobody by mail, but somebody by telephone; by their beginning
 * @param worst by ladder, level and rung
 */
public record Proven(List<Hole> holes, List<Hole> byTelephone, List<Worst> worst, Instant from, Instant until) {

    public Proven {
        holes = List.copyOf(holes);
        byTelephone = List.copyOf(byTelephone);
        worst = List.copyOf(worst);
    }

    /** The holes, or those that are longer or begin earlier, that were not there before. */
    List<Hole> newSince(Proven before) {
        return holes.stream()
                .filter(hole -> !before.covers(before.holes, hole, until))
                .toList();
    }

    /** Rungs that are reached by telephone only, and were reached by mail before. */
    List<Hole> byTelephoneSince(Proven before) {
        List<Hole> noBetter = Stream.concat(before.byTelephone.stream(), before.holes.stream())
                .sorted(Comparator.comparing(Hole::from))
                .toList();
        return byTelephone.stream()
                .filter(hole -> !before.covers(noBetter, hole, until))
                .toList();
    }

    /** @param end what lasts until there, and lasted until the end here, is the same */
    private boolean covers(List<Hole> all, Hole hole, Instant end) {
        Instant open = hole.from();
        for (Hole known : all) {
            if (known.isOn(hole) && !known.from().isAfter(open)) {
                Instant closes = known.until().equals(until) ? end : known.until();
                open = closes.isAfter(open) ? closes : open;
            }
        }
        return !open.isBefore(hole.until());
    }
}
