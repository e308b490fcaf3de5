package dev.noroshi.plan.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a plan may use, as {@code plan/vocabulary.json} says it: written from the code by a test, so that it is known without
 * starting anything.
 *
 * @param roles keys of roles that may take steps
 * @param messages what the application tells a running plan
 * @param runbooks keys of the procedures
 * @param types keys of the incident types
 * @param segments keys of the network segments
 * @param data keys of the kinds of data
 * @param addressees keys of the bodies outside that may have to be told
 * @param targets time targets of the shipped plan; another may have others in its table
 * @param ladders ladders of the shipped plan, likewise
 */
public record Catalogue(
        List<String> roles,
        List<Word> words,
        List<FormWords> forms,
        List<MessageWord> messages,
        List<String> runbooks,
        List<String> types,
        List<String> segments,
        List<String> data,
        List<String> addressees,
        List<String> targets,
        List<String> ladders) {

    /** What calling a word does. */
    public enum Use {
        /** Does something; for service tasks. */
        ACTION,
        /** Answers yes or no; for conditions. */
        QUESTION,
        /** Gives a moment; for timers. */
        DATE,
        /** Gives a list of texts; for steps taken once for each. */
        LIST
    }

    /**
     * A method that a model may call, as {@code ${word.method(key, …)}}.
     *
     * @param key what the key names: {@code incident}, {@code call}, {@code report}, {@code measure}, {@code segment} or {@code roster}
     * @param parameters those after the key
     */
    public record Word(String word, String method, Use use, String key, List<Parameter> parameters) {

        /** How it is called in a model. */
        public String form() {
            StringBuilder form = new StringBuilder("${" + word + "." + method + "(key");
            parameters.forEach(
                    it -> form.append(", ").append(it.type().equals("number") ? it.name() : "'" + it.name() + "'"));
            return form.append(")}").toString();
        }
    }

    /** @param type {@code text} or {@code number} */
    public record Parameter(String name, String type) {}

    /**
     * What a step may ask of a person.
     *
     * @param of what it is about: {@code incident}, {@code report}, {@code measure} or {@code roster}; of a case can be asked by all that belongs to one
     */
    public record FormWords(String key, String of, List<FieldWords> fields) {}

    /** @param type as in REST: {@code text}, {@code choice}, … */
    public record FieldWords(String name, String type, boolean required, List<String> options) {}

    /** @param model the model that is told */
    public record MessageWord(String name, String model) {}

    /** As it ships with this release. */
    public static Catalogue shipped() {
        try (InputStream json = Objects.requireNonNull(Catalogue.class.getResourceAsStream("/plan/vocabulary.json"))) {
            return JsonMapper.builder().build().readValue(json, Catalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Word> word(String word, String method) {
        return words.stream()
                .filter(it -> it.word().equals(word) && it.method().equals(method))
                .findFirst();
    }

    Optional<FormWords> form(String key) {
        return forms.stream().filter(form -> form.key().equals(key)).findFirst();
    }
}
