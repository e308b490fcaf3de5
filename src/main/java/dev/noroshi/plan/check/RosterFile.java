package dev.noroshi.plan.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who holds which role, from a CSV file in UTF-8: a first line with the names of its columns, among them {@code role} and
 * {@code person}, {@code from} and {@code until} (days as 2026-04-01) where a holding begins or ends, and
 * {@code email} where two persons have the same name.
 */
final class RosterFile {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final long LARGEST = 4 * 1024 * 1024;

    private RosterFile() {}

    /** The file is not such a list; the message says where. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    static People read(Path file) throws IOException, Unreadable {
        if (Files.size(file) > LARGEST) {
            throw new Unreadable("> 4 MiB");
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\uFEFF", "");
        List<String> lines = text.lines().toList();
        if (lines.isEmpty()) {
            throw new Unreadable("role,person,from,until");
        }
        Map<String, Integer> columns = columns(lines.get(0));
        List<People.Holding> holdings = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                holdings.add(holding(cells(lines.get(i)), columns, i + 1));
            }
        }
        return new People(LocalDate.now(java.time.Clock.system(TOKYO)), holdings);
    }

    private static Map<String, Integer> columns(String line) throws Unreadable {
        Map<String, Integer> columns = new TreeMap<>();
        List<String> names = cells(line);
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), i);
        }
        if (!columns.keySet().containsAll(List.of("role", "person"))) {
            throw new Unreadable("1: role,person,from,until");
        }
        return columns;
    }

    private static People.Holding holding(List<String> cells, Map<String, Integer> columns, int line)
            throws Unreadable {
        try {
            String from = cell(cells, columns, "from");
            String until = cell(cells, columns, "until");
            String person = cell(cells, columns, "person");
            String address = cell(cells, columns, "email");
            return new People.Holding(
                    cell(cells, columns, "role"),
                    address.isEmpty() ? person : address,
                    person,
                    from.isEmpty() ? LocalDate.MIN : LocalDate.parse(from),
                    until.isEmpty() ? LocalDate.MAX : LocalDate.parse(until));
        } catch (DateTimeParseException noDay) {
            throw new Unreadable(line + ": " + noDay.getParsedString());
        }
    }

    private static String cell(List<String> cells, Map<String, Integer> columns, String name) {
        int at = columns.getOrDefault(name, Integer.MAX_VALUE);
        return at < cells.size() ? cells.get(at) : "";
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("[,\\t]", -1))
                .map(cell -> cell.strip().replaceAll("^\"(.*)\"$", "$1").strip())
                .toList();
    }
}
