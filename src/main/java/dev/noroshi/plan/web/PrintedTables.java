package dev.noroshi.plan.web;

import dev.noroshi.plan.check.PlanContents;
import dev.noroshi.plan.check.PlanContents.Heading;
import dev.noroshi.plan.check.PlanContents.Row;
import dev.noroshi.plan.check.PlanContents.TablePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The decision tables of a plan on paper: words in place of keys and comparisons, and no wider than a sheet. */
@Component
class PrintedTables {

    /**
     * A table of cells; a cell is its lines.
     *
     * @param inWords whether a row says in sentences what must hold and what follows
     */
    record PrintedTable(String id, String name, boolean inWords, List<Column> columns, List<List<List<String>>> rows) {}

    record Column(String label, Kind kind) {}

    enum Kind {
        GIVEN,
        ANSWER,
        NOTE
    }

    private static final int WIDEST = 8;
    private static final String TARGETS = "time-targets";

    private final CellWords words;
    private final MessageSource messages;

    PrintedTables(CellWords words, MessageSource messages) {
        this.words = words;
        this.messages = messages;
    }

    List<PrintedTable> of(PlanContents plan, Locale reader) {
        return plan.tables().stream().map(table -> printed(table, reader)).toList();
    }

    /** How long each time target gives, one line for each of its rows, by the target's key. */
    Map<String, List<String>> targets(PlanContents plan, Locale reader) {
        Map<String, List<String>> lines = new TreeMap<>();
        plan.tables().stream()
                .filter(table -> table.id().equals(TARGETS) && table.inputs().size() == 2)
                .forEach(table -> table.rows().forEach(row -> {
                    Line line = line(table, row, reader);
                    String level = line.given().get(1);
                    String time = String.join(" ", line.answers());
                    Stream.of(row.inputs().get(0).replace("\"", "").split(","))
                            .forEach(key -> lines.computeIfAbsent(key.strip(), it -> new ArrayList<>())
                                    .add(level.isEmpty() ? time : say("print.at-level", reader, level, time)));
                }));
        return lines;
    }

    private PrintedTable printed(TablePart table, Locale reader) {
        List<Line> lines =
                table.rows().stream().map(row -> line(table, row, reader)).toList();
        LevelGrid grid = new LevelGrid(entries(table, lines));
        boolean inWords = table.inputs().size() + table.outputs().size() > WIDEST;
        List<Column> columns = grid.fits() ? figured(table, grid, reader) : columns(table, inWords, reader);
        if (table.annotated()) {
            columns.add(new Column(say("print.notes", reader), Kind.NOTE));
        }
        List<List<List<String>>> rows = grid.fits()
                ? grid.rows(table.annotated())
                : lines.stream()
                        .map(line -> cells(table, line, inWords, reader))
                        .map(cells -> cells.subList(0, Math.min(cells.size(), columns.size())))
                        .toList();
        String name = messages.getMessage("vocabulary.table." + table.id(), null, table.name(), reader);
        return new PrintedTable(table.id(), Objects.requireNonNullElse(name, ""), inWords, columns, rows);
    }

    /** Rows of what, figure and one answer; none for a table of another shape. */
    private static List<LevelGrid.Entry> entries(TablePart table, List<Line> lines) {
        return IntStream.range(0, lines.size())
                .filter(at -> lines.get(at).given().size() == 2
                        && lines.get(at).answers().size() == 1)
                .mapToObj(at -> new LevelGrid.Entry(
                        lines.get(at).given().get(0),
                        table.rows().get(at).inputs().get(1),
                        lines.get(at).answers().get(0),
                        lines.get(at).notes()))
                .toList();
    }

    private List<Column> figured(TablePart table, LevelGrid grid, Locale reader) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(table.inputs().get(0).label(reader), Kind.GIVEN));
        String label = table.inputs().get(1).label(reader);
        grid.columns()
                .forEach(figures -> columns.add(new Column(
                        label + " "
                                + figures.stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(say("print.or", reader))),
                        Kind.ANSWER)));
        return columns;
    }

    private List<Column> columns(TablePart table, boolean inWords, Locale reader) {
        List<Column> columns = new ArrayList<>();
        if (inWords) {
            columns.add(new Column(say("print.given", reader), Kind.GIVEN));
            columns.add(new Column(say("print.answer", reader), Kind.ANSWER));
        } else {
            labels(table.inputs(), reader).forEach(label -> columns.add(new Column(label, Kind.GIVEN)));
            labels(table.outputs(), reader).forEach(label -> columns.add(new Column(label, Kind.ANSWER)));
        }
        return columns;
    }

    private List<List<String>> cells(TablePart table, Line line, boolean inWords, Locale reader) {
        List<List<String>> cells = new ArrayList<>();
        if (inWords) {
            List<String> given = named(labels(table.inputs(), reader), line.given(), reader);
            cells.add(given.isEmpty() ? List.of(say("print.always", reader)) : given);
            cells.add(named(labels(table.outputs(), reader), line.answers(), reader));
        } else {
            line.given().forEach(cell -> cells.add(List.of(cell.isEmpty() ? say("print.any", reader) : cell)));
            line.answers().forEach(cell -> cells.add(List.of(cell)));
        }
        cells.add(line.notes());
        return cells;
    }

    private List<String> named(List<String> labels, List<String> cells, Locale reader) {
        return IntStream.range(0, Math.min(labels.size(), cells.size()))
                .filter(at -> !cells.get(at).isBlank())
                .mapToObj(at -> labels.get(at) + say("print.is", reader) + cells.get(at))
                .toList();
    }

    /** What a row asks, what it answers (a length of time with its unit) and what is noted there, in words. */
    private record Line(List<String> given, List<String> answers, List<String> notes) {}

    private Line line(TablePart table, Row row, Locale reader) {
        return new Line(
                spoken(table.inputs(), row.inputs(), reader),
                spoken(table.outputs(), row.outputs(), reader),
                row.notes(reader).stream().map(note -> words.note(note, reader)).toList());
    }

    private List<String> spoken(List<Heading> headings, List<String> cells, Locale reader) {
        return IntStream.range(0, Math.min(headings.size(), cells.size()))
                .filter(at -> !isUnit(headings, at))
                .mapToObj(at -> at + 1 < cells.size() && isUnit(headings, at + 1)
                        ? words.time(cells.get(at), cells.get(at + 1), reader)
                        : words.of(cells.get(at), headings.get(at).name(), reader))
                .toList();
    }

    /** Whether a column holds the unit of the one before it. */
    private static boolean isUnit(List<Heading> headings, int at) {
        return at > 0
                && at < headings.size()
                && headings.get(at - 1).name().matches("(.*A|a)mount")
                && headings.get(at)
                        .name()
                        .equals(headings.get(at - 1)
                                .name()
                                .replace("Amount", "Unit")
                                .replace("amount", "unit"));
    }

    /** What the columns are called; one of units has no name of its own. */
    private static List<String> labels(List<Heading> headings, Locale reader) {
        return IntStream.range(0, headings.size())
                .filter(at -> !isUnit(headings, at))
                .mapToObj(at -> headings.get(at).label(reader))
                .toList();
    }

    private String say(String key, Locale reader, Object... arguments) {
        return messages.getMessage(key, arguments, reader);
    }
}
