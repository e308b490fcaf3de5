package dev.noroshi.plan.web;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The cells of a table as people say them: 「3以上」 for {@code >= 3}, 「4時間」 for 240 minutes. What it does not know stays as it is. */
@Component
class CellWords {

    /** Of a list, split at its own commas, not at those within quotes or brackets. */
    private static final Pattern PART = Pattern.compile("(?:\"[^\"]*\"|not\\([^)]*\\)|[^,\"])+");

    private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)\\s*(-?\\d+(?:\\.\\d+)?)");
    private static final Pattern RANGE =
            Pattern.compile("([\\[\\](])\\s*(-?\\d+(?:\\.\\d+)?)\\s*\\.\\.\\s*(-?\\d+(?:\\.\\d+)?)\\s*([\\[\\])])");
    private static final Pattern OTHER = Pattern.compile("not\\((.*)\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Map<String, String> COMPARISONS =
            Map.of(">=", "print.at-least", ">", "print.more", "<", "print.less", "<=", "print.at-most");
    private static final int HOUR = 60;

    private static final List<String> KINDS = List.of(
            "print.word.",
            "incident.type.",
            "incident.segment.",
            "role.",
            "reporting.addressee.",
            "vocabulary.target.",
            "vocabulary.ladder.",
            "incident.containment.",
            "incident.data.",
            "form.confirmReports.reports.");

    /** Where the words of an answer stand first, by the column's name. */
    private static final Map<String, List<String>> OF_COLUMN = Map.of(
            "basis", List.of("incident.publication.", "reporting.basis."),
            "channel", List.of("reporting.channel."),
            "urgency", List.of("reporting.reminder.ask."));

    private final MessageSource messages;

    CellWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A cell in words.
     *
     * @param column the name by which the application knows the column
     * @return empty for a cell that asks nothing
     */
    String of(String cell, String column, Locale reader) {
        return PART.matcher(cell)
                .results()
                .map(part -> part(part.group().strip(), column, reader))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(say("print.or", reader)));
    }

    /** A length of time, such as 「4時間（執務時間）」 for 240 {@code OFFICE_MINUTES}. */
    String time(String amount, String unit, Locale reader) {
        String key = unit.replace("\"", "").strip();
        if (!WHOLE.matcher(amount.strip()).matches()
                || say("print.time." + key, reader, 1L).isEmpty()) {
            return (of(amount, "", reader) + " " + of(unit, "", reader)).strip();
        }
        long many = Long.parseLong(amount.strip());
        boolean minutes = key.endsWith("MINUTES");
        if (many == 0) {
            return say(minutes ? "print.time.then" : "print.time.same-day", reader);
        }
        boolean hours = minutes && many % HOUR == 0;
        String plain = hours
                ? say("print.time.HOURS", reader, many / HOUR)
                : say("print.time." + (minutes ? "MINUTES" : key), reader, many);
        return key.startsWith("OFFICE") ? say("print.time.OFFICE_MINUTES", reader, plain) : plain;
    }

    /** An annotation; a bare day is the one from which the row holds. */
    String note(String note, Locale reader) {
        return DAY.matcher(note.strip()).matches() ? say("print.since", reader, note.strip()) : note;
    }

    private String part(String part, String column, Locale reader) {
        Matcher other = OTHER.matcher(part);
        Matcher compared = COMPARED.matcher(part);
        Matcher range = RANGE.matcher(part);
        if (part.equals("-")) {
            return "";
        } else if (other.matches()) {
            return say("print.not", reader, of(other.group(1), column, reader));
        } else if (compared.matches()) {
            return say(COMPARISONS.getOrDefault(compared.group(1), ""), reader, figure(compared.group(2), reader));
        } else if (range.matches()) {
            return range(range, reader);
        } else if (part.equals("true") || part.equals("false") || part.equals("null")) {
            return word(part, column, reader);
        }
        return QUOTED.matcher(part)
                .replaceAll(quoted ->
                        Matcher.quoteReplacement(Stream.of(quoted.group(1).split(","))
                                .map(key -> word(key.strip(), column, reader))
                                .collect(Collectors.joining(say("print.or", reader)))));
    }

    private String range(Matcher range, Locale reader) {
        boolean from = range.group(1).equals("[");
        boolean to = range.group(4).equals("]");
        String low = figure(range.group(2), reader);
        String high = figure(range.group(3), reader);
        return from && to
                ? say("print.range", reader, low, high)
                : say(
                        "print.both",
                        reader,
                        say(from ? "print.at-least" : "print.more", reader, low),
                        say(to ? "print.at-most" : "print.less", reader, high));
    }

    private static String figure(String number, Locale reader) {
        return number.contains(".")
                ? number
                : NumberFormat.getIntegerInstance(reader).format(Long.parseLong(number));
    }

    private String word(String key, String column, Locale reader) {
        return Stream.concat(OF_COLUMN.getOrDefault(column, List.of()).stream(), KINDS.stream())
                .map(kind -> say(kind + key.replace(' ', '-'), reader))
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElse(key);
    }

    private String say(String key, Locale reader, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, "", reader));
    }
}
