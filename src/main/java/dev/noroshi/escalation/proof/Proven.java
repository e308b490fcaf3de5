package dev.noroshi.escalation.proof;

import java.util.List;

/** What the proof found: {@code holes} by their beginning, {@code worst} by ladder, level and rung. */
public record Proven(List<Hole> holes, List<Worst> worst) {

    public Proven {
        holes = List.copyOf(holes);
        worst = List.copyOf(worst);
    }
}
