package dev.noroshi.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Letter templates: the first line is the subject, {@code {{name}}} a place, {@code {{name:20}}} one of at most 20
 * full-width characters. A line whose places are all empty is left out.
 */
@Component
class LetterTemplates {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)(?::(\\d+))?}}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");

    private final MailSettings settings;

    LetterTemplates(MailSettings settings) {
        this.settings = settings;
    }

    /** A letter's words. */
    record Text(String subject, String body) {}

    Text write(String template, Map<String, String> values) {
        String source = source(template).replace("\r", "");
        int end = source.indexOf('\n');
        String subject = PlainText.oneLine(fill(source.substring(0, end), values));
        StringBuilder body = new StringBuilder();
        source.substring(end + 1)
                .lines()
                .filter(line -> hasSomething(line, values))
                .forEach(line -> body.append(fill(line, values)).append('\n'));
        return new Text(subject, PlainText.wrap(PlainText.lines(body.toString()).strip()));
    }

    private static boolean hasSomething(String line, Map<String, String> values) {
        Matcher matcher = PLACE.matcher(line);
        boolean places = false;
        while (matcher.find()) {
            places = true;
            if (!values.getOrDefault(matcher.group(1), "").isBlank()) {
                return true;
            }
        }
        return !places;
    }

    private static String fill(String line, Map<String, String> values) {
        return PLACE.matcher(line).replaceAll(place -> Matcher.quoteReplacement(value(place, values)));
    }

    private static String value(MatchResult place, Map<String, String> values) {
        String value = values.getOrDefault(place.group(1), "");
        if (value.isBlank()) {
            return "―";
        }
        return place.group(2) == null
                ? PlainText.lines(value)
                : PlainText.clip(PlainText.oneLine(value), 2 * Integer.parseInt(place.group(2)));
    }

    private String source(String template) {
        if (!NAME.matcher(template).matches()) {
            throw new IllegalArgumentException("not a letter's name: " + template);
        }
        String file = template + "_" + settings.locale().getLanguage() + ".txt";
        try {
            Optional<Path> own = Optional.ofNullable(settings.letters())
                    .map(folder -> folder.resolve(file))
                    .filter(Files::isReadable);
            return own.isPresent()
                    ? Files.readString(own.get())
                    : new ClassPathResource("letters/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("letter " + file, e);
        }
    }
}
