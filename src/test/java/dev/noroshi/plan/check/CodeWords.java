package dev.noroshi.plan.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the code says to running plans, read from its sources. */
final class CodeWords {

    private static final Pattern DELIVERED = Pattern.compile("\\bdeliver\\(\\s*\"(\\w+)\"");
    private static final Pattern STARTED = Pattern.compile(
            "\\b(?:start|startBeside|startOnceKnown|startUnlessRunning|stop)\\((?:\\s*\\w+,)?\\s*\"([a-z-]+)\"");
    private static final Pattern RESCHEDULED = Pattern.compile("\\breschedule\\([^\"{;]*\"(\\w+)\"");

    private CodeWords() {}

    static List<Catalogue.MessageWord> messages() {
        return sources()
                .flatMap(source -> matches(DELIVERED, source).stream()
                        .map(message -> new Catalogue.MessageWord(message, model(message))))
                .distinct()
                .sorted(Comparator.comparing(Catalogue.MessageWord::name))
                .toList();
    }

    static Set<String> startedModels() {
        return all(STARTED);
    }

    static Set<String> rescheduledTimers() {
        return all(RESCHEDULED);
    }

    /** A call is told about its answers, a measure that it is settled, the roster that its period is over, a case about everything else. */
    private static String model(String message) {
        if (message.equals("MeasureSettled")) {
            return "follow-up";
        }
        if (message.equals("RosterPeriodOver")) {
            return "roster-confirmation";
        }
        if (message.startsWith("Report")) {
            return "external-report";
        }
        return Set.of("CallAnswered", "PersonAbsent").contains(message) ? "escalation" : "incident-response";
    }

    private static Set<String> all(Pattern pattern) {
        return sources()
                .flatMap(source -> matches(pattern, source).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> matches(Pattern pattern, String source) {
        return pattern.matcher(source)
                .results()
                .map((MatchResult it) -> it.group(1))
                .toList();
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(CodeWords::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
