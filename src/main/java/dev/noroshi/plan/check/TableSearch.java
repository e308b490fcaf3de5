package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through every combination of facts that a table can tell apart. Combinations that leave the same rows standing, with the
 * same facts still of use, are looked at once.
 */
final class TableSearch {

    private static final int MOST = 400_000;

    /** Cells to look at, so that a table of thousands of rows takes seconds and not minutes. */
    private static final long MOST_CELLS = 40_000_000;

    /** Hears of each distinct end: the rows that hit, and facts with which they do. */
    interface Ends {
        void at(BitSet rows, Map<String, ?> facts);
    }

    private final DecisionGrid grid;
    private final FactSpace space;
    private final Ends ends;
    private final List<String> facts;
    private final List<List<Integer>> completed = new ArrayList<>();
    private final List<Set<String>> pending = new ArrayList<>();
    private final Set<List<@Nullable Object>> seen = new HashSet<>();
    private long cells;
    private final Map<String, @Nullable Object> now = new HashMap<>();

    TableSearch(DecisionGrid grid, FactSpace space, Ends ends) {
        this.grid = grid;
        this.space = space;
        this.ends = ends;
        facts = List.copyOf(space.values().keySet());
        for (int i = 0; i <= facts.size(); i++) {
            Set<String> known = new HashSet<>(facts.subList(0, i));
            completed.add(completedBy(i, known));
            pending.add(pendingAt(known));
        }
    }

    /** Columns all of whose facts are known with the i-th, and were not before. */
    private List<Integer> completedBy(int i, Set<String> known) {
        List<Integer> columns = new ArrayList<>();
        Set<String> before = new HashSet<>(facts.subList(0, Math.max(i - 1, 0)));
        for (int column = 0; column < grid.columns().size(); column++) {
            Set<String> needed = grid.columns().get(column).facts();
            if (known.containsAll(needed) && (i == 0 || !before.containsAll(needed))) {
                columns.add(column);
            }
        }
        return columns;
    }

    private Set<String> pendingAt(Set<String> known) {
        Set<String> still = new HashSet<>();
        for (DecisionGrid.Column column : grid.columns()) {
            if (!known.containsAll(column.facts())) {
                still.addAll(column.facts());
            }
        }
        still.retainAll(known);
        return still;
    }

    /** Searches from these rows; false when there is too much to look at. */
    boolean from(BitSet rows) {
        return at(0, rows);
    }

    private boolean at(int known, BitSet rows) {
        BitSet left = rows;
        for (int column : completed.get(known)) {
            cells += left.cardinality();
            left = grid.meeting(column, left, now);
        }
        if (known == facts.size()) {
            ends.at(left, Map.copyOf(withoutNulls()));
            return true;
        }
        List<@Nullable Object> state = new ArrayList<>(List.of(known, left, now.containsValue(FactSpace.OTHER)));
        pending.get(known).stream().sorted().forEach(fact -> state.add(now.get(fact)));
        if (!seen.add(state)) {
            return true;
        }
        if (seen.size() > MOST || cells > MOST_CELLS) {
            return false;
        }
        String fact = facts.get(known);
        for (@Nullable Object value : space.values().getOrDefault(fact, List.of())) {
            now.put(fact, value);
            if (!at(known + 1, left)) {
                return false;
            }
        }
        now.remove(fact);
        return true;
    }

    private Map<String, Object> withoutNulls() {
        Map<String, Object> shown = new HashMap<>();
        now.forEach((fact, value) -> shown.put(fact, value == null ? "null" : value));
        return shown;
    }
}
