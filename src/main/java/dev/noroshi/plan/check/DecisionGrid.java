package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A decision table whose every cell could be read: it can be decided, and searched. */
record DecisionGrid(Table table, List<Column> columns) {

    /**
     * @param cells one for each row
     * @param facts that it depends on
     */
    record Column(Feel input, List<Feel> cells, Set<String> facts) {}

    /** Reads all cells; null, with findings, when one cannot be read. */
    static @Nullable DecisionGrid read(Table table, Findings findings) {
        List<Column> columns = new ArrayList<>();
        boolean readable = true;
        for (int i = 0; i < table.inputs().size(); i++) {
            Table.Column input = table.inputs().get(i);
            try {
                Feel expression = FeelParser.expression(input.name());
                List<Feel> cells = new ArrayList<>();
                readable &= cells(table, i, cells, findings);
                columns.add(new Column(expression, cells, names(expression)));
            } catch (FeelParser.Unreadable unreadable) {
                findings.error("table.input", Place.of(table.file(), input.node()), input.name());
                readable = false;
            }
        }
        return readable ? new DecisionGrid(table, columns) : null;
    }

    private static boolean cells(Table table, int column, List<Feel> cells, Findings findings) {
        boolean readable = true;
        for (Table.Row row : table.rows()) {
            if (row.inputs().size() != table.inputs().size()
                    || row.outputs().size() != table.outputs().size()) {
                findings.error("row.cells", table.place(row));
                return false;
            }
            try {
                cells.add(FeelParser.cell(row.inputs().get(column)));
            } catch (FeelParser.Unreadable unreadable) {
                findings.error("row.input", table.place(row), row.inputs().get(column));
                readable = false;
            }
        }
        return readable;
    }

    private static Set<String> names(Feel expression) {
        return expression
                .all()
                .flatMap(part -> part instanceof Feel.Name name ? Stream.of(name.name()) : Stream.of())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> facts() {
        return columns.stream()
                .flatMap(column -> column.facts().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of those rows, the ones whose cell in a column is met. */
    BitSet meeting(int column, BitSet rows, Map<String, ?> facts) {
        Map<String, @Nullable Object> value = new HashMap<>();
        value.put(Feel.CELL.name(), columns.get(column).input().value(facts));
        BitSet meeting = new BitSet();
        rows.stream()
                .filter(row ->
                        Boolean.TRUE.equals(columns.get(column).cells().get(row).value(value)))
                .forEach(meeting::set);
        return meeting;
    }

    /** The rows that hit, by their number from 0. */
    BitSet decide(Map<String, ?> facts) {
        BitSet rows = new BitSet();
        rows.set(0, table.rows().size());
        for (int i = 0; i < columns.size(); i++) {
            rows = meeting(i, rows, facts);
        }
        return rows;
    }

    /** Literals with which a fact is compared, in cells and in its columns' own expressions. */
    Stream<Object> literals(String fact) {
        return columns.stream()
                .filter(column -> column.facts().contains(fact))
                .flatMap(column -> Stream.concat(
                        column.input().all(), column.cells().stream().flatMap(Feel::all)))
                .flatMap(part -> part instanceof Feel.Value value && value.literal() != null
                        ? Stream.of(value.literal())
                        : Stream.of());
    }
}
