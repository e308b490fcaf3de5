package dev.noroshi.incident;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** A piece of what the timeline says, kept so that each reader reads it in the own language. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Saying.Verbatim.class, name = "verbatim"),
    @JsonSubTypes.Type(value = Saying.Phrase.class, name = "phrase"),
    @JsonSubTypes.Type(value = Saying.StepName.class, name = "step"),
    @JsonSubTypes.Type(value = Saying.InBoth.class, name = "both")
})
public sealed interface Saying {

    /** {@code label: value}. */
    String PAIR = "incident.saying.pair";

    /** {@code label? value}. */
    String ANSWER = "incident.saying.answer";

    /** What somebody wrote, a name, a number: the same in every language. */
    record Verbatim(String text) implements Saying {}

    /** A message and what stands at its places. */
    record Phrase(String key, List<Saying> arguments) implements Saying {}

    /** A step of the plan, by the name that it had. */
    record StepName(String element, String name) implements Saying {}

    /** What the plan says in both languages. */
    record InBoth(String japanese, String english) implements Saying {}

    static Saying verbatim(String text) {
        return new Verbatim(text);
    }

    static Saying phrase(String key, Saying... arguments) {
        return new Phrase(key, List.of(arguments));
    }

    /** What it is about, and what is said of it: {@code label: value}. */
    static Saying pair(Saying label, Saying value) {
        return phrase(PAIR, label, value);
    }

    /** One after the other; nothing of none. */
    static Saying enumeration(List<Saying> several) {
        return several.stream()
                .reduce((before, next) -> phrase("incident.saying.and", before, next))
                .orElse(verbatim(""));
    }
}
