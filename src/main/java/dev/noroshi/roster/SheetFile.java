package dev.noroshi.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The roster as a CSV file (RFC 4180): UTF-8 as written here, or as a Japanese spreadsheet saves it (Windows-31J). */
final class SheetFile {

    private static final int MOST_LINES = 20_000;

    private final List<SheetRow> rows = new ArrayList<>();
    private final List<SheetError> errors = new ArrayList<>();
    private final Function<String, Optional<SheetColumn>> names;
    private final boolean unicode;
    private List<@Nullable SheetColumn> columns = List.of();

    private SheetFile(Function<String, Optional<SheetColumn>> names, boolean unicode) {
        this.names = names;
        this.unicode = unicode;
    }

    List<SheetRow> rows() {
        return rows;
    }

    List<SheetError> errors() {
        return errors;
    }

    /** @param names the column that a name in the first line means */
    static SheetFile read(byte[] bytes, Function<String, Optional<SheetColumn>> names) {
        SheetFile file = new SheetFile(names, SheetReader.isUnicode(bytes));
        new SheetReader(file.errors).read(bytes, file::take);
        if (file.rows.isEmpty() && file.errors.isEmpty()) {
            file.refuse(0, null, "sheet-empty");
        }
        return file;
    }

    static byte[] written(List<List<String>> lines) {
        StringBuilder text = new StringBuilder(SheetReader.BOM);
        try {
            for (List<String> line : lines) {
                SheetReader.FORMAT.printRecord(text, line.toArray());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private boolean take(int line, CSVRecord record) {
        if (columns.isEmpty()) {
            heading(record);
        } else if (rows.size() == MOST_LINES) {
            refuse(line, null, "sheet-lines", MOST_LINES);
            return false;
        } else if (record.stream().anyMatch(cell -> !cell.isBlank())) {
            row(line, record);
        }
        return errors.stream().noneMatch(it -> it.line() == 1);
    }

    private void heading(CSVRecord record) {
        List<@Nullable SheetColumn> found = new ArrayList<>();
        for (String cell : record) {
            String name = SheetCells.plain(cell);
            SheetColumn column = names.apply(name).orElse(null);
            if (column == null && !name.isEmpty()) {
                refuse(1, null, "sheet-column", name.length() > 40 ? name.substring(0, 40) + "…" : name);
            } else if (column != null && found.contains(column)) {
                refuse(1, column.key(), "sheet-column-twice");
            }
            found.add(column);
        }
        if (errors.isEmpty() && !found.contains(SheetColumn.NAME) && !found.contains(SheetColumn.KIND)) {
            refuse(1, SheetColumn.NAME.key(), "sheet-column-missing");
        }
        columns = found;
    }

    private void row(int line, CSVRecord record) {
        Map<SheetColumn, String> cells = new EnumMap<>(SheetColumn.class);
        for (int n = 0; n < Math.max(columns.size(), record.size()); n++) {
            String cell = n < record.size() ? SheetCells.plain(record.get(n)) : "";
            SheetColumn column = n < columns.size() ? columns.get(n) : null;
            if (column != null) {
                cells.put(column, cell);
                if (!unicode && SheetColumn.WORDS.contains(column) && cell.contains("?")) {
                    refuse(line, column.key(), "sheet-lost");
                }
            } else if (!cell.isEmpty()) {
                refuse(line, null, "sheet-cells", columns.size());
            }
        }
        rows.add(new SheetRow(line, cells));
    }

    private void refuse(int line, @Nullable String column, String code, Object... arguments) {
        errors.add(SheetError.of(line, column, code, arguments));
    }
}
