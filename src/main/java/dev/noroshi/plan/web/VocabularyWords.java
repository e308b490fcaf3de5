package dev.noroshi.plan.web;

import dev.noroshi.plan.Runbooks;
import dev.noroshi.plan.check.Catalogue;
import dev.noroshi.plan.check.Duties;
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
            List<Entry> properties,
            List<Entry> targets,
            List<Entry> ladders,
            List<Use> actions,
            List<Use> questions,
            List<Use> dates,
            List<Use> lists,
            List<Entry> messages,
            List<FormEntry> forms,
            List<Entry> runbooks,
            List<Entry> duties,
            List<TableEntry> tables) {}

    /** A key and what it means. */
    record Entry(String key, String meaning) {}

    /** @param of what its key names: {@code incident}, {@code call} or {@code report} */
    record Use(String form, String meaning, String of) {}

    record FormEntry(String key, String meaning, String of, List<FieldEntry> fields) {}

    record FieldEntry(String name, String label, String type, boolean required, List<Entry> options) {}

    /** @param facts what it is given; {@code answers} what is read from it */
    record TableEntry(
            String key,
            String meaning,
            List<String> policies,
            List<TableCatalogue.Fact> facts,
            List<TableCatalogue.Answer> answers) {}

    /** Extension properties that an element may have. */
    static final List<String> PROPERTIES = List.of(
            "target", "form", "runbook", "fourEyes", "policy", "policyEn", "duty", "phase", "nameEn", "descriptionEn");

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
                meanings("property", PROPERTIES, locale),
                meanings("target", catalogue.targets(), locale),
                meanings("ladder", catalogue.ladders(), locale),
                uses(Catalogue.Use.ACTION, locale),
                uses(Catalogue.Use.QUESTION, locale),
                uses(Catalogue.Use.DATE, locale),
                uses(Catalogue.Use.LIST, locale),
                meanings(
                        "message",
                        catalogue.messages().stream()
                                .map(Catalogue.MessageWord::name)
                                .toList(),
                        locale),
                catalogue.forms().stream().map(form -> form(form, locale)).toList(),
                runbooks.all(locale).stream()
                        .map(it -> new Entry(it.key(), it.title()))
                        .toList(),
                Duties.shipped().stream()
                        .map(it -> new Entry(
                                it.key(), it.clause(locale) + (japanese(locale) ? "　" : ": ") + it.text(locale)))
                        .toList(),
                TableCatalogue.of(catalogue).stream()
                        .map(it -> table(it, locale))
                        .toList());
    }

    private static boolean japanese(Locale locale) {
        return !locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    private List<Entry> meanings(String kind, List<String> keys, Locale locale) {
        return keys.stream()
                .map(key -> new Entry(key, text("vocabulary." + kind + "." + key, key, locale)))
                .toList();
    }

    private TableEntry table(TableCatalogue it, Locale locale) {
        String meaning = text("vocabulary.table." + it.key(), it.key(), locale);
        return new TableEntry(it.key(), meaning, it.policies(), it.facts(), it.answers());
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
        return new FormEntry(form.key(), text("vocabulary.form." + form.key(), form.key(), locale), form.of(), fields);
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
