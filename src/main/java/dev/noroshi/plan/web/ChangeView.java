package dev.noroshi.plan.web;

import dev.noroshi.plan.check.Change;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** A difference in the reader's words. */
record ChangeView(
        String kind, String file, String element, String name, String type, boolean drawn, List<DetailView> details) {

    /** One property, before and after; null where it had or has none. */
    record DetailView(
            String what, @Nullable String before, @Nullable String after) {}

    static ChangeView of(Change change, MessageSource texts, Locale locale) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        List<DetailView> details = change.details().stream()
                .map(it -> new DetailView(
                        word("plan.detail.", it.what(), texts, locale),
                        value(it.what(), it.before(), texts, locale),
                        value(it.what(), it.after(), texts, locale)))
                .toList();
        return new ChangeView(
                change.kind().name().toLowerCase(Locale.ROOT),
                change.file(),
                change.element(),
                english && !change.nameEn().isEmpty() ? change.nameEn() : change.name(),
                word("plan.type.", change.type(), texts, locale),
                change.drawn(),
                details);
    }

    private static @Nullable String value(String what, @Nullable String value, MessageSource texts, Locale locale) {
        if (value == null || !what.equals("camunda:candidateGroups")) {
            return value;
        }
        return Arrays.stream(value.split(","))
                .map(role -> word("role.", role.strip(), texts, locale))
                .collect(Collectors.joining(", "));
    }

    /** The thing itself where nobody has a word for it. */
    private static String word(String prefix, String key, MessageSource texts, Locale locale) {
        return String.valueOf(texts.getMessage(prefix + key, null, key, locale));
    }
}
