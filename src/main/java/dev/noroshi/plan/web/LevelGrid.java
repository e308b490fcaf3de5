package dev.noroshi.plan.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Many short rows of what and figure, such as target and level, as one row for each what and one column for each figure. */
final class LevelGrid {

    /** @param figures the cell as its author wrote it; empty for any */
    record Entry(String what, String figures, String answer, List<String> notes) {

        boolean holds(int figure) {
            return any() || numbers().anyMatch(it -> it == figure);
        }

        private boolean any() {
            return figures.isBlank() || figures.strip().equals("-");
        }

        private Stream<Integer> numbers() {
            return any()
                    ? Stream.of()
                    : Stream.of(figures.split(",")).map(String::strip).map(Integer::valueOf);
        }
    }

    private static final Pattern FIGURES = Pattern.compile("|-|\\s*\\d{1,3}\\s*(,\\s*\\d{1,3}\\s*)*");
    private static final int MOST = 6;

    private final List<Entry> entries;
    private final TreeSet<Integer> figures = new TreeSet<>();

    LevelGrid(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        if (entries.stream().allMatch(it -> FIGURES.matcher(it.figures()).matches())) {
            entries.stream().flatMap(Entry::numbers).forEach(figures::add);
        }
    }

    /** Whether there are figures, and few enough for columns. */
    boolean fits() {
        return figures.size() > 1 && figures.size() <= MOST;
    }

    /** Neighbouring figures that never differ stand in one column. */
    List<List<Integer>> columns() {
        List<List<Integer>> columns = new ArrayList<>();
        for (int figure : figures) {
            List<Integer> last = columns.isEmpty() ? List.of() : columns.get(columns.size() - 1);
            if (!last.isEmpty() && column(last.get(0)).equals(column(figure))) {
                last.add(figure);
            } else {
                columns.add(new ArrayList<>(List.of(figure)));
            }
        }
        return columns;
    }

    /** A row for each what: it, its answers column by column, and its notes. */
    List<List<List<String>>> rows(boolean notes) {
        List<List<List<String>>> rows = new ArrayList<>();
        for (String what : whats()) {
            List<List<String>> cells = new ArrayList<>();
            cells.add(List.of(what));
            columns().forEach(column -> cells.add(answers(what, column.get(0))));
            if (notes) {
                cells.add(of(what).flatMap(it -> it.notes().stream()).distinct().toList());
            }
            rows.add(cells);
        }
        return rows;
    }

    private List<List<String>> column(int figure) {
        return whats().stream().map(what -> answers(what, figure)).toList();
    }

    private List<String> answers(String what, int figure) {
        return of(what).filter(it -> it.holds(figure)).map(Entry::answer).toList();
    }

    private Set<String> whats() {
        Set<String> whats = new LinkedHashSet<>();
        entries.forEach(it -> whats.add(it.what()));
        return whats;
    }

    private Stream<Entry> of(String what) {
        return entries.stream().filter(it -> it.what().equals(what));
    }
}
