package dev.noroshi.roster;

import dev.noroshi.roster.SheetPeople.Meant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** All rotations there ever were, for a file. */
@Component
class TurnBook {

    private final Turns turns;
    private final RotationRepository rotations;
    private final SwapRepository swaps;

    TurnBook(Turns turns, RotationRepository rotations, SwapRepository swaps) {
        this.turns = turns;
        this.rotations = rotations;
        this.swaps = swaps;
    }

    List<Rotation> all() {
        return turns.since(LocalDate.EPOCH);
    }

    void write(SheetTurns plan, Function<Meant, Long> id) {
        plan.write(rotations, swaps, id);
    }
}
