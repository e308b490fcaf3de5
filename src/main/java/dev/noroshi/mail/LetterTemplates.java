package dev.noroshi.mail;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes letters from their templates: the first line is the subject, the rest the body. */
@Component
class LetterTemplates {

    private final LetterSources sources;
    private final LetterEngine engine = new LetterEngine();

    LetterTemplates(LetterSources sources) {
        this.sources = sources;
    }

    /** A letter's words. */
    record Text(String subject, String body) {}

    Text write(String template, Locale locale, Map<String, String> values) {
        return write(engine, sources.source(template, locale), locale, values);
    }

    static Text write(LetterEngine engine, String source, Locale locale, Map<String, String> values) {
        int end = source.indexOf('\n');
        String subject = PlainText.oneLine(engine.fillLine(source.substring(0, end), locale, values));
        String body = engine.fill(source.substring(end + 1), locale, values);
        return new Text(subject, PlainText.wrap(PlainText.lines(body).strip()));
    }
}
