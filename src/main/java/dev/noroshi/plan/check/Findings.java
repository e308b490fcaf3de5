package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects findings; a file that breaks every rule fills it up to a limit only. */
final class Findings {

    private static final int MOST = 500;

    private final List<Finding> found = new ArrayList<>();

    void error(String rule, Place place, Object... arguments) {
        add(rule, Finding.Severity.ERROR, place, arguments);
    }

    void warning(String rule, Place place, Object... arguments) {
        add(rule, Finding.Severity.WARNING, place, arguments);
    }

    private void add(String rule, Finding.Severity severity, Place place, Object... arguments) {
        if (found.size() < MOST) {
            List<String> words = java.util.Arrays.stream(arguments)
                    .map(String::valueOf)
                    .map(Findings::shortened)
                    .toList();
            Finding finding = new Finding(
                    rule, severity, place.file(), place.line(), place.id(), place.name(), place.nameEn(), words);
            if (!found.contains(finding)) {
                found.add(finding);
            }
        }
    }

    private static String shortened(String word) {
        String line = word.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= 400 ? line : line.substring(0, 400) + "…";
    }

    boolean anyError() {
        return found.stream().anyMatch(Finding::isError);
    }

    /** Errors first, then by file and line. */
    List<Finding> all() {
        return found.stream()
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparing(Finding::file)
                        .thenComparingInt(Finding::line))
                .toList();
    }
}
