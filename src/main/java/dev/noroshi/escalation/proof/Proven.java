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
}
