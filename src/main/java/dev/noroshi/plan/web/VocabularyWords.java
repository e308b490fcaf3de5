package dev.noroshi.plan.web;

import dev.noroshi.plan.Runbooks;
import dev.noroshi.plan.check.Catalogue;
import dev.noroshi.plan.check.TableCatalogue;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The vocabulary with its words in a reader's language. */
@Component
class VocabularyWords {

    /** Everything that a plan may use. */
    record Vocabulary(
            List<Entry> roles,
            List<String> targets,
            List<String> ladders,
            List<Use> actions,
            List<Use> questions,
            List<Use> dates,
            List<Use> lists,
            List<Entry> messages,
            List<FormEntry> forms,
            List<Entry> runbooks,
            List<TableCatalogue> tables) {}

    /** A key and what it means. */
    record Entry(String key, String meaning) {}

    /** @param of what its key names: {@code incident}, {@code call} or {@code report} */
    record Use(String form, String meaning, String of) {}

    record FormEntry(String key, String of, List<FieldEntry> fields) {}

    record FieldEntry(String name, String label, String type, boolean required, List<Entry> options) {}

    private final MessageSource messages;
    private final Runbooks runbooks;
    private final Catalogue catalogue = Catalogue.shipped();

    VocabularyWords(MessageSource messages, Runbooks runbooks) {
        this.messages = messages;
        this.runbooks = runbooks;
    }

    Vocabulary in(Locale locale) {
        return new Vocabulary(
                catalogue.roles().stream()
                        .map(role -> new Entry(role, text("role." + role, role, locale)))
                        .toList(),
                catalogue.targets(),
                catalogue.ladders(),
                uses(Catalogue.Use.ACTION, locale),
                uses(Catalogue.Use.QUESTION, locale),
                uses(Catalogue.Use.DATE, locale),
                uses(Catalogue.Use.LIST, locale),
                catalogue.messages().stream()
                        .map(it -> new Entry(it.name(), text("vocabulary.message." + it.name(), it.name(), locale)))
                        .toList(),
                catalogue.forms().stream().map(form -> form(form, locale)).toList(),
                runbooks.all(locale).stream()
                        .map(it -> new Entry(it.key(), it.title()))
                        .toList(),
                TableCatalogue.of(catalogue));
    }

    private List<Use> uses(Catalogue.Use use, Locale locale) {
        return catalogue.words().stream()
                .filter(word -> word.use() == use)
                .map(word -> new Use(
                        word.form(),
                        text("vocabulary.word." + word.word() + "." + word.method(), word.method(), locale),
                        word.key()))
                .toList();
    }

    private FormEntry form(Catalogue.FormWords form, Locale locale) {
        List<FieldEntry> fields = form.fields().stream()
                .map(field -> field(form.key(), field, locale))
                .toList();
        return new FormEntry(form.key(), form.of(), fields);
    }

    private FieldEntry field(String form, Catalogue.FieldWords field, Locale locale) {
        String key = "form." + form + "." + field.name();
        List<Entry> options = field.options().stream()
                .map(option -> new Entry(option, text(key + "." + option, option, locale)))
                .toList();
        return new FieldEntry(field.name(), text(key, field.name(), locale), field.type(), field.required(), options);
    }

    private String text(String key, String otherwise, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, otherwise, locale));
    }
}
