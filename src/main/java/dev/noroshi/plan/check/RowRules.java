package dev.noroshi.plan.check;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every row answers with what exists, names values that occur, and says on what it rests and since when. */
final class RowRules {

    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private final DecisionGrid grid;
    private final TableWords words;
    private final Catalogue catalogue;
    private final Findings findings;

    RowRules(DecisionGrid grid, TableWords words, Catalogue catalogue, Findings findings) {
        this.grid = grid;
        this.words = words;
        this.catalogue = catalogue;
        this.findings = findings;
    }

    void look() {
        for (int row = 0; row < grid.table().rows().size(); row++) {
            Table.Row written = grid.table().rows().get(row);
            for (int output = 0; output < written.outputs().size(); output++) {
                answer(written, output);
            }
            values(row);
            notes(written);
        }
    }

    private void answer(Table.Row row, int output) {
        Table.Column column = grid.table().outputs().get(output);
        TableWords.@Nullable Answer answer = words.outputs().get(column.name());
        String cell = row.outputs().get(output);
        if (answer != null && !fits(answer.kind(), cell)) {
            findings.error("row." + answer.kind(), grid.table().place(row), column.name(), cell);
        }
    }

    private boolean fits(String kind, String cell) {
        String text = cell.matches("\"[^\"]*\"") ? cell.substring(1, cell.length() - 1) : "";
        return switch (kind) {
            case "level" -> cell.matches("[0-4]");
            case "number" -> cell.matches("[0-9]{1,6}");
            case "boolean" -> cell.matches("true|false");
            case "role" -> catalogue.roles().contains(text);
            case "unit" -> TableWords.UNITS.contains(text);
            case "telephone" -> TableWords.TELEPHONE.contains(text);
            case "channel" -> TableWords.CHANNELS.contains(text);
            case "runbook" -> catalogue.runbooks().contains(text);
            default -> !text.isBlank();
        };
    }

    /** Texts in a cell that its fact never is. */
    private void values(int row) {
        for (DecisionGrid.Column column : grid.columns()) {
            if (!(column.input() instanceof Feel.Name fact)) {
                continue;
            }
            TableWords.@Nullable Domain domain = words.facts().get(fact.name());
            if (domain == null || domain.values().isEmpty()) {
                continue;
            }
            Set<Object> odd = column.cells()
                    .get(row)
                    .all()
                    .map(part -> part instanceof Feel.Value value ? value.literal() : null)
                    .filter(literal ->
                            literal instanceof String && !domain.values().contains(literal))
                    .collect(Collectors.toSet());
            odd.forEach(value -> findings.error(
                    "row.value", grid.table().place(grid.table().rows().get(row)), fact.name(), value));
        }
    }

    private void notes(Table.Row row) {
        List<String> notes = Stream.concat(
                        grid.table().notes(row, false).stream(),
                        row.node()
                                .children(Spaces.DMN, "description")
                                .map(note -> note.text().strip()))
                .toList();
        Place place = grid.table().place(row);
        if (notes.stream().allMatch(note -> note.replaceAll(DAY, "").isBlank())) {
            findings.error("row.basis", place);
        }
        List<String> days = notes.stream()
                .flatMap(note -> Pattern.compile(DAY).matcher(note).results())
                .map(MatchResult::group)
                .toList();
        if (days.isEmpty()) {
            findings.error("row.valid-from", place);
        }
        days.stream().filter(day -> !exists(day)).forEach(day -> findings.error("row.day", place, day));
    }

    private static boolean exists(String day) {
        try {
            LocalDate.parse(day);
            return true;
        } catch (DateTimeParseException none) {
            return false;
        }
    }
}
