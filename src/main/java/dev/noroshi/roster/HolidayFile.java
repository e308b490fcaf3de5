package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The Cabinet Office's file of holidays (内閣府「国民の祝日・休日」, {@code syukujitsu.csv}): a heading, and a line for each day
 * from 1955 to the end of the present year or, from February on, of the next.
 */
final class HolidayFile {

    private static final List<String> HEADING = List.of("国民の祝日・休日月日", "国民の祝日・休日名称");
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー・（）()]{1,40}");
    private static final int MOST_LINES = 5_000;
    static final String DAY_COLUMN = "holiday-day";
    static final String NAME_COLUMN = "holiday-name";

    /** A line of the file. */
    record Entry(int line, String name) {}

    private final SortedMap<LocalDate, Entry> entries = new TreeMap<>();
    private final List<SheetError> errors = new ArrayList<>();

    private HolidayFile() {}

    /** Day by day; empty when there are errors. */
    static HolidayYears read(byte[] bytes, LocalDate today, HolidayWords words) {
        HolidayFile file = new HolidayFile();
        new SheetReader(file.errors).read(bytes, file::take);
        if (file.entries.isEmpty() && file.errors.isEmpty()) {
            file.refuse(0, null, "holidays-empty");
        }
        HolidayYears years = new HolidayYears(file.errors, today, words);
        if (file.errors.isEmpty()) {
            years.add(file.entries);
        }
        return years;
    }

    private boolean take(int line, CSVRecord record) {
        List<String> cells =
                new ArrayList<>(record.stream().map(SheetCells::plain).toList());
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        if (line == 1) {
            return cells.equals(HEADING) || refuse(line, null, "holidays-heading", String.join(",", HEADING));
        }
        if (line > MOST_LINES) {
            return refuse(line, null, "holidays-lines", MOST_LINES);
        }
        if (!cells.isEmpty()) {
            row(line, cells);
        }
        return true;
    }

    private void row(int line, List<String> cells) {
        if (cells.size() != HEADING.size()) {
            refuse(line, null, "holidays-cells");
            return;
        }
        String name = cells.get(1);
        LocalDate day = SheetDays.of(cells.get(0)).orElse(null);
        Entry twice = day == null ? null : entries.get(day);
        if (day == null) {
            refuse(line, DAY_COLUMN, "holidays-day", shortened(cells.get(0)));
        } else if (twice != null) {
            refuse(line, DAY_COLUMN, "holidays-twice", twice.line());
        } else if (!NAME.matcher(name).matches()) {
            refuse(line, NAME_COLUMN, "holidays-name", shortened(name));
        } else {
            entries.put(day, new Entry(line, name));
        }
    }

    private boolean refuse(int line, @Nullable String column, String code, Object... arguments) {
        errors.add(SheetError.of(line, column, code, arguments));
        return false;
    }

    private static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }
}
