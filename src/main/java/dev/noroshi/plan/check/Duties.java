package dev.noroshi.plan.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** What the policy and the law oblige the city to do in an incident, as {@code plan/duties.json} lists it. */
public final class Duties {

    /**
     * An obligation; elements say with the extension property {@code duty} that they carry it out.
     *
     * @param key stable
     * @param clause where it stands by language, such as {@code 対策基準 5.3(3)(a)}
     * @param source the document by language ({@code ja}, {@code en})
     * @param text what it asks, one sentence by language
     * @param mandatory whether an edition without it needs a written reason
     */
    public record Duty(
            String key,
            Map<String, String> clause,
            Map<String, String> source,
            Map<String, String> text,
            boolean mandatory) {

        public Duty {
            clause = Map.copyOf(clause);
            source = Map.copyOf(source);
            text = Map.copyOf(text);
        }

        public String clause(Locale reader) {
            return in(clause, reader);
        }

        public String source(Locale reader) {
            return in(source, reader);
        }

        public String text(Locale reader) {
            return in(text, reader);
        }

        private static String in(Map<String, String> words, Locale reader) {
            String language = reader.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? "en" : "ja";
            return words.getOrDefault(language, "");
        }
    }

    private Duties() {}

    /** As they ship with this release, in the order of their sources. */
    public static List<Duty> shipped() {
        try (InputStream json = Objects.requireNonNull(Duties.class.getResourceAsStream("/plan/duties.json"))) {
            return List.of(JsonMapper.builder().build().readValue(json, Duty[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys in an element's property, as written. */
    static List<String> keys(String property) {
        return Arrays.stream(property.split(","))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .toList();
    }
}
