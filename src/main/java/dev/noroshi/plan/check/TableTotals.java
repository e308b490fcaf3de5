package dev.noroshi.plan.check;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Decides a table for all its facts: no two answers where one is meant, none missing, no row that never answers. */
final class TableTotals {

    /** The steps for which the application itself asks a time target. */
    private static final String OBSERVATION = "observation";

    private static final int MOST_TOLD = 20;

    private final DecisionGrid grid;
    private final TableWords words;
    private final Findings findings;
    private final Set<String> told = new HashSet<>();
    private final BitSet answering = new BitSet();

    TableTotals(DecisionGrid grid, TableWords words, Findings findings) {
        this.grid = grid;
        this.words = words;
        this.findings = findings;
    }

    void look() {
        boolean single = !grid.table().policy().startsWith("COLLECT");
        boolean whole = single ? whole() : rowByRow();
        if (!whole) {
            findings.error("table.bound", grid.table().place());
            return;
        }
        for (int row = 0; row < grid.table().rows().size(); row++) {
            if (!answering.get(row)) {
                findings.error("row.never", place(row));
            }
        }
        if (words.key().equals("time-targets")
                && !Cells.textsOf(grid.table(), "target").contains(OBSERVATION)) {
            findings.error("table.target", grid.table().place(), OBSERVATION);
        }
        if (words.key().equals("escalation")) {
            new Ladders(grid).look(findings);
        }
    }

    private boolean whole() {
        BitSet all = new BitSet();
        all.set(0, grid.table().rows().size());
        return new TableSearch(grid, FactSpace.of(grid, words), this::end).from(all);
    }

    /** Where several rows may answer, each is looked at alone. */
    private boolean rowByRow() {
        FactSpace space = FactSpace.of(grid, words);
        for (int row = 0; row < grid.table().rows().size(); row++) {
            BitSet alone = new BitSet();
            alone.set(row);
            if (!new TableSearch(grid, space, (rows, facts) -> answering.or(rows)).from(alone)) {
                return false;
            }
        }
        return true;
    }

    private void end(BitSet rows, Map<String, ?> facts) {
        int first = rows.nextSetBit(0);
        if (first < 0) {
            missing(facts);
            return;
        }
        answering.set(first);
        if (grid.table().policy().equals("UNIQUE")) {
            answering.or(rows);
            int second = rows.nextSetBit(first + 1);
            if (second >= 0 && tell("two " + first + " " + second)) {
                findings.error("row.overlap", place(second), first + 1, second + 1, shown(facts));
            }
        }
    }

    private void missing(Map<String, ?> facts) {
        boolean asked = words.total() && !facts.containsValue(FactSpace.OTHER);
        if (asked && tell("none " + shown(facts))) {
            findings.error("table.gap", grid.table().place(), shown(facts));
        }
    }

    private boolean tell(String what) {
        return told.size() < MOST_TOLD && told.add(what);
    }

    private Place place(int row) {
        return grid.table().place(grid.table().rows().get(row));
    }

    private static String shown(Map<String, ?> facts) {
        return new TreeMap<>(new HashMap<>(facts))
                .entrySet().stream()
                        .map(fact -> fact.getKey() + " = " + fact.getValue())
                        .collect(Collectors.joining(", "));
    }
}
