package dev.noroshi.incident;

import dev.noroshi.plan.PlanWords;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Puts sayings into words, and keeps them for later readers. */
@Component
class Sayings {

    private static final TypeReference<List<Saying>> LINES = new TypeReference<>() {};

    private final MessageSource messages;
    private final PlanWords plan;
    private final JsonMapper json;

    Sayings(MessageSource messages, PlanWords plan, JsonMapper json) {
        this.messages = messages;
        this.plan = plan;
        this.json = json;
    }

    /** A line of text for each. */
    String words(List<Saying> lines, Locale locale) {
        return lines.stream().map(line -> words(line, locale)).collect(Collectors.joining("\n"));
    }

    String kept(List<Saying> lines) {
        return json.writerFor(LINES).writeValueAsString(lines);
    }

    List<Saying> read(String kept) {
        return json.readValue(kept, LINES);
    }

    private String words(Saying saying, Locale locale) {
        if (saying instanceof Saying.Verbatim verbatim) {
            return verbatim.text();
        }
        if (saying instanceof Saying.StepName step) {
            return plan.of(step.element(), step.name(), locale);
        }
        if (saying instanceof Saying.InBoth both) {
            return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? both.english() : both.japanese();
        }
        Saying.Phrase phrase = (Saying.Phrase) saying;
        Object[] arguments =
                phrase.arguments().stream().map(one -> words(one, locale)).toArray();
        String key = isQuestion(phrase, arguments) ? Saying.ANSWER : phrase.key();
        return Objects.requireNonNullElse(messages.getMessage(key, arguments, key, locale), key);
    }

    /** A label that asks needs no colon before its answer. */
    private static boolean isQuestion(Saying.Phrase phrase, Object[] arguments) {
        return phrase.key().equals(Saying.PAIR) && arguments[0].toString().matches("(?s).*[?？]");
    }
}
