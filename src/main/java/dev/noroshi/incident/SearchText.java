package dev.noroshi.incident;

import dev.noroshi.roster.SearchKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the search of the list looks through: one folded column, so that ｶﾅ, カナ and かな, 髙 and 高, full and half width find
 * each other (domain.md §7.1). It is scanned: MariaDB has no full-text parser that finds a word within Japanese text
 * (no ngram in 10.11 nor in 11.4), and an ordinary index cannot serve a word in the middle.
 */
final class SearchText {

    private SearchText() {}

    /** A line for each fact that is searched. */
    static String of(String number, Facts facts) {
        List<String> words = new ArrayList<>(List.of(
                number,
                facts.description(),
                facts.reporter().name(),
                facts.reporter().section()));
        words.add(facts.place() == null ? "" : facts.place());
        words.addAll(facts.assets() == null ? List.of() : facts.assets());
        return fold(String.join("\n", words));
    }

    /** The pattern for {@code like … escape '!'} of what somebody looks for. */
    static String pattern(String text) {
        return "%" + SearchKey.of(text).replaceAll("[!%_]", "!$0") + "%";
    }

    /** Line by line, so that no word is found across two facts. */
    static String fold(String text) {
        return text.lines().map(SearchKey::of).collect(Collectors.joining("\n"));
    }
}
