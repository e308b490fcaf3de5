package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the rotations that go on, with what was swapped. */
@Component
class Turns {

    private final RotationRepository rotations;
    private final SwapRepository swaps;

    Turns(RotationRepository rotations, SwapRepository swaps) {
        this.rotations = rotations;
        this.swaps = swaps;
    }

    /** Those that do not end before the day. */
    List<Rotation> since(LocalDate day) {
        return rotations.since(day).stream().map(this::seen).toList();
    }

    List<Rotation> since(String role, LocalDate day) {
        return rotations.since(role, day).stream().map(this::seen).toList();
    }

    private Rotation seen(RotationEntity rotation) {
        return rotation.seen(
                swaps.of(rotation.id()).stream().map(SwapEntity::seen).toList());
    }
}
