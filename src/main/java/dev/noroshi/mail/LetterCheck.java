package dev.noroshi.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.thymeleaf.exceptions.TemplateProcessingException;

/**
 * Checks a letter that a city wrote itself, as the plan is checked: it must name places that its letter has, say what the
 * letter must say, and be text.
 */
final class LetterCheck {

    /** In every letter, whether it uses them or not. */
    static final Set<String> COMMON =
            Set.of("number", "phone", "window", "link", "what", "where", "when", "state", "ask", "deadline", "level");

    /** Where the letter that ships says them, the city's own must say them too. */
    private static final Set<String> OBLIGATORY =
            Set.of("number", "what", "phone", "ask", "deadline", "climbAt", "climbTo", "climb", "retry", "again");

    /** Of places without a length in a subject. */
    private static final Map<String, Integer> COLUMNS =
            Map.of("number", 7, "level", 7, "edition", 10, "count", 4, "newsCount", 4, "cases", 13, "first", 8);

    private static final int OTHER_COLUMNS = 24;
    private static final int LARGEST = 65_536;
    private static final int FIRST_LINES = 5;
    private static final Pattern TAG = Pattern.compile("\\[#\\s+th:(?:if|unless)=\"\\$\\{([^}\"]*)}\"\\s*]|\\[/]");
    private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][A-Za-z0-9]*(?:\\s[^>]*)?/?>|<!");
    private static final Pattern STRAY = Pattern.compile("[$#@~*]\\{|\\[\\(|\\)]|\\[\\[|]]|\\[#|\\[/|\\{\\{|}}|__|th:");
    private static final Pattern ANY_EXPRESSION = Pattern.compile("[$#@~*]\\{([^}\n]*)}");

    private final String file;
    private final String shipped;
    private final List<LetterProblem> problems = new ArrayList<>();

    private LetterCheck(String file, String shipped) {
        this.file = file;
        this.shipped = shipped;
    }

    /** What must be changed before it can be used; empty when nothing. */
    static List<LetterProblem> check(String file, byte[] content, String shipped) {
        LetterCheck check = new LetterCheck(file, shipped);
        check.check(content);
        return List.copyOf(check.problems);
    }

    /** The text of a file, whatever wrote it; null when it is none. */
    static String text(byte[] content) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
        return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    private void check(byte[] content) {
        if (content.length > LARGEST) {
            refuse(0, "large", String.valueOf(LARGEST / 1024));
            return;
        }
        try {
            String text = text(content);
            List<String> lines = text.lines().toList();
            if (lines.size() < 2 || lines.get(0).isBlank() || text.strip().indexOf('\n') < 0) {
                refuse(1, "empty", "");
                return;
            }
            for (int i = 0; i < lines.size(); i++) {
                checkLine(i + 1, lines.get(i));
            }
            tags(lines);
            subject(lines.get(0));
            obligatory(lines);
            if (problems.isEmpty()) {
                tryIt(text);
            }
        } catch (CharacterCodingException e) {
            refuse(0, "encoding", "");
        }
    }

    private void checkLine(int number, String line) {
        if (line.codePoints().anyMatch(point -> Character.isISOControl(point) && point != '\t')
                || !PlainText.oneLine(line.strip()).equals(line.strip().replace('\t', ' '))) {
            refuse(number, "control", "");
        }
        if (MARKUP.matcher(line).find()) {
            refuse(number, "markup", "");
        }
        Set<String> known = new TreeSet<>(COMMON);
        known.addAll(places(shipped));
        Matcher expressions = ANY_EXPRESSION.matcher(line);
        boolean bad = false;
        while (expressions.find()) {
            Matcher place = LetterEngine.EXPRESSION.matcher(expressions.group(1));
            if (!expressions.group().startsWith("$") || !place.matches()) {
                refuse(number, "expression", expressions.group());
                bad = true;
            } else if (!known.contains(place.group(1))) {
                refuse(number, "place", place.group(1));
            }
        }
        String rest =
                TAG.matcher(LetterEngine.PLACE.matcher(line).replaceAll("")).replaceAll("");
        Matcher stray = STRAY.matcher(rest);
        if (!bad && stray.find()) {
            refuse(number, "syntax", stray.group());
        }
    }

    private void tags(List<String> lines) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher tag = TAG.matcher(lines.get(i));
            while (tag.find()) {
                if (!tag.group().equals("[/]")) {
                    open.push(i + 1);
                } else if (open.poll() == null) {
                    refuse(i + 1, "syntax", "[/]");
                }
            }
        }
        open.forEach(line -> refuse(line, "unclosed", "[#"));
    }

    private void subject(String line) {
        int columns = PlainText.width(
                TAG.matcher(LetterEngine.PLACE.matcher(line).replaceAll("")).replaceAll(""));
        Matcher place = LetterEngine.PLACE.matcher(line);
        while (place.find()) {
            columns += place.group(2) == null || place.group(2).equals("0")
                    ? COLUMNS.getOrDefault(place.group(1), OTHER_COLUMNS)
                    : 2 * Integer.parseInt(place.group(2));
        }
        if (columns > Mails.SUBJECT) {
            refuse(1, "subject", String.valueOf((columns + 1) / 2));
        }
        if (!line.startsWith("【CSIRT") && !line.startsWith("[CSIRT")) {
            refuse(1, "prefix", file.endsWith("_ja.txt") ? "【CSIRT・" : "[CSIRT");
        }
    }

    private void obligatory(List<String> lines) {
        Set<String> missing = places(shipped);
        missing.retainAll(OBLIGATORY);
        missing.removeAll(places(String.join("\n", lines)));
        if (!missing.isEmpty()) {
            refuse(0, "missing", missing.stream().collect(Collectors.joining(", ")));
        }
        String first = lines.stream().skip(1).limit(FIRST_LINES).collect(Collectors.joining("\n"));
        if (!missing.contains("phone")
                && places(shipped).contains("phone")
                && !places(first).contains("phone")) {
            refuse(FIRST_LINES + 1, "late", "phone");
        }
    }

    private void tryIt(String text) {
        Map<String, String> values = places(text).stream().collect(Collectors.toMap(place -> place, place -> "x"));
        try {
            LetterTemplates.write(new LetterEngine(), text, Locale.JAPANESE, values);
            LetterTemplates.write(new LetterEngine(), text, Locale.JAPANESE, Map.of());
        } catch (TemplateProcessingException e) {
            Integer line = e.getLine();
            refuse(line == null ? 0 : line, "syntax", "");
        }
    }

    static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher place = LetterEngine.PLACE.matcher(text);
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }

    private void refuse(int line, String code, String detail) {
        problems.add(new LetterProblem(file, line, code, PlainText.clip(PlainText.oneLine(detail), 60)));
    }
}
