package dev.noroshi.mail;

import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/** Shows administrators each letter with sample data, and what is wrong with the city's own texts. */
@Service
public class LetterPreviews {

    private static final List<Locale> LANGUAGES = List.of(Locale.JAPANESE, Locale.ENGLISH);

    private final LetterSources sources;
    private final LetterTemplates templates;
    private final MailSettings settings;

    LetterPreviews(LetterSources sources, LetterTemplates templates, MailSettings settings) {
        this.sources = sources;
        this.templates = templates;
        this.settings = settings;
    }

    /**
     * A letter as it would be sent.
     *
     * @param name the template's
     * @param language {@code ja} or {@code en}
     * @param file what the city's own text would be called in its folder
     * @param own whether the city's own text is used
     * @param places what its text may name
     * @param template the text with its places, as it may be copied into the folder
     */
    public record Preview(
            String name,
            String language,
            String file,
            boolean own,
            String subject,
            String body,
            List<String> places,
            String template) {
        public Preview {
            places = List.copyOf(places);
        }
    }

    /** Each letter in both languages, Japanese first. */
    public List<Preview> list() {
        requireAdministrator();
        return sources.names().stream().flatMap(name -> both(name).stream()).toList();
    }

    /**
     * One letter in both languages, Japanese first.
     *
     * @throws UnknownLetter when there is none of this name
     */
    public List<Preview> of(String name) {
        requireAdministrator();
        if (!sources.names().contains(name)) {
            throw new UnknownLetter(name);
        }
        return both(name);
    }

    /** What keeps files of the city's folder from being used. */
    public List<LetterProblem> problems() {
        requireAdministrator();
        return sources.problems();
    }

    /** The city's folder of letters; empty when none is set. */
    public String folder() {
        requireAdministrator();
        return settings.letters() == null ? "" : settings.letters().toString();
    }

    private List<Preview> both(String name) {
        return LANGUAGES.stream().map(language -> preview(name, language)).toList();
    }

    private Preview preview(String name, Locale language) {
        String source = sources.source(name, language);
        LetterTemplates.Text text = templates.write(name, language, sample(language));
        TreeSet<String> places = new TreeSet<>(LetterCheck.COMMON);
        places.addAll(LetterCheck.places(sources.shipped(name, language)));
        return new Preview(
                name,
                language.getLanguage(),
                LetterSources.file(name, language),
                sources.isOwn(name, language),
                PlainText.clip(text.subject(), Mails.SUBJECT),
                text.body(),
                List.copyOf(places),
                source);
    }

    private Map<String, String> sample(Locale language) {
        Map<String, String> values = samples(language);
        values.put("phone", settings.phone());
        values.put("window", settings.window());
        values.put("link", settings.site() + "/incidents/" + values.get("number"));
        return values;
    }

    static Map<String, String> samples(Locale language) {
        Properties sample = new Properties();
        String file = "letters/sample_" + language.getLanguage() + ".properties";
        try (Reader reader =
                new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8)) {
            sample.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        Map<String, String> values = new HashMap<>();
        sample.stringPropertyNames().forEach(name -> values.put(name, sample.getProperty(name)));
        return values;
    }

    private static void requireAdministrator() {
        if (!Actors.current().holds(Roles.ADMIN)) {
            throw new NotYours("letters");
        }
    }
}
