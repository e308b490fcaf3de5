package dev.noroshi.plan.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A decision table of the plan, with the file that holds it; cells are as written.
 *
 * @param notes headings of its annotation columns
 */
record Table(
        String file,
        XmlNode decision,
        XmlNode grid,
        List<Column> inputs,
        List<Column> outputs,
        List<String> notes,
        List<Row> rows) {

    private static final String IN_ENGLISH = " (en)";

    /**
     * @param name the expression of an input, the name of an output
     * @param type as written: string, long, boolean
     */
    record Column(XmlNode node, String name, String type) {}

    /** A rule; {@code notes} are its annotation columns. */
    record Row(XmlNode node, List<String> inputs, List<String> outputs, List<String> notes) {}

    Table {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        notes = List.copyOf(notes);
        rows = List.copyOf(rows);
    }

    String id() {
        return decision.id();
    }

    /** Hit policy, with the aggregation after a blank: {@code COLLECT MAX}. */
    String policy() {
        String policy = grid.attribute("hitPolicy").orElse("UNIQUE");
        return grid.attribute("aggregation").map(it -> policy + " " + it).orElse(policy);
    }

    /** The index of an output; empty when the table has none of that name. */
    Optional<Integer> output(String name) {
        return IntStream.range(0, outputs.size())
                .boxed()
                .filter(i -> outputs.get(i).name().equals(name))
                .findFirst();
    }

    /** The notes of a row in Japanese, or in English where a column {@code 根拠 (en)} holds what {@code 根拠} says. */
    List<String> notes(Row row, boolean english) {
        return IntStream.range(0, Math.min(notes.size(), row.notes().size()))
                .filter(i -> !notes.get(i).endsWith(IN_ENGLISH))
                .map(i -> english ? inEnglish(row, i) : i)
                .mapToObj(row.notes()::get)
                .filter(note -> !note.isBlank())
                .toList();
    }

    private int inEnglish(Row row, int column) {
        int twin = notes.indexOf(notes.get(column) + IN_ENGLISH);
        return twin < 0 || twin >= row.notes().size() || row.notes().get(twin).isBlank() ? column : twin;
    }

    Place place() {
        return Place.of(file, decision);
    }

    /** A row, by its id and its number in the table. */
    Place place(Row row) {
        int number = rows.indexOf(row) + 1;
        String label = decision.attribute("name").orElse(id()) + " " + number;
        return new Place(file, row.node().line(), row.node().id(), label);
    }
}
