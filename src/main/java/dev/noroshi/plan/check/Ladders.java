package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** The ladders of the table of calls: who is called first, then next, until nobody is left. */
final class Ladders {

    private static final int HIGHEST = 20;

    /** @param roles of its rungs, in the order of calls, on one level */
    record Ladder(String name, long level, List<String> roles, Place place) {}

    private final DecisionGrid grid;

    Ladders(DecisionGrid grid) {
        this.grid = grid;
    }

    /** All ladders that can be read, for each level. */
    static List<Ladder> of(Table table) {
        return java.util.Optional.ofNullable(DecisionGrid.read(table, new Findings()))
                .map(grid -> new Ladders(grid).all())
                .orElse(List.of());
    }

    List<Ladder> all() {
        List<Ladder> ladders = new ArrayList<>();
        for (String name : Cells.textsOf(grid.table(), "ladder")) {
            for (long level = 0; level <= 4; level++) {
                ladders.add(ladder(name, level));
            }
        }
        return ladders;
    }

    private Ladder ladder(String name, long level) {
        List<String> roles = new ArrayList<>();
        int column = grid.table().output("role").orElse(0);
        Place place = grid.table().place();
        for (long rung = 1; rung <= HIGHEST; rung++) {
            int row = row(name, level, rung);
            if (row < 0) {
                break;
            }
            Table.Row found = grid.table().rows().get(row);
            place = grid.table().place(found);
            roles.add(found.outputs().get(column).replace("\"", ""));
        }
        return new Ladder(name, level, roles, place);
    }

    private int row(String name, long level, long rung) {
        BitSet rows = grid.decide(Map.of("ladder", name, "level", level, "rung", rung));
        return rows.nextSetBit(0);
    }

    void look(Findings findings) {
        for (Ladder ladder : all()) {
            int rungs = ladder.roles().size();
            if (rungs == 0) {
                findings.error("ladder.empty", grid.table().place(), ladder.name(), ladder.level());
            } else if (rungs == HIGHEST) {
                findings.error("ladder.endless", ladder.place(), ladder.name(), ladder.level());
            }
            for (long rung = rungs + 2; rung <= HIGHEST; rung++) {
                int row = row(ladder.name(), ladder.level(), rung);
                if (row >= 0) {
                    Place place = grid.table().place(grid.table().rows().get(row));
                    findings.error("ladder.gap", place, ladder.name(), ladder.level(), rungs + 1);
                    break;
                }
            }
        }
    }
}
