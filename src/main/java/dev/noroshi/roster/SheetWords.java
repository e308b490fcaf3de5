package dev.noroshi.roster;

import dev.noroshi.identity.Roles;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What columns and roles are called in a file: by their keys, in Japanese or in English. */
@Component
class SheetWords {

    private static final List<Locale> READ = List.of(Locale.JAPANESE, Locale.ENGLISH);

    private final MessageSource messages;

    SheetWords(MessageSource messages) {
        this.messages = messages;
    }

    String column(SheetColumn column, Locale reader) {
        return messages.getMessage("roster.sheet." + column.key(), null, reader);
    }

    String role(String role, Locale reader) {
        return messages.getMessage("role." + role, null, reader);
    }

    String contact(String kind, Locale reader) {
        return messages.getMessage("contacts.kind." + kind, null, reader);
    }

    String hours(String hours, Locale reader) {
        return messages.getMessage("contacts.hours." + hours, null, reader);
    }

    String kind(String kind, Locale reader) {
        return messages.getMessage("roster.sheet.kind." + kind, null, reader);
    }

    Optional<String> kindNamed(String name) {
        return named(name, Stream.of(SheetKind.values()).map(SheetKind::key).toList(), this::kind);
    }

    Optional<String> contactNamed(String name) {
        return named(name, Contacts.KINDS, this::contact);
    }

    Optional<String> hoursNamed(String name) {
        return named(name, Contacts.HOURS, this::hours);
    }

    Optional<SheetColumn> columnNamed(String name) {
        Map<String, SheetColumn> names = new TreeMap<>();
        for (SheetColumn column : SheetColumn.values()) {
            names.put(column.key(), column);
            READ.forEach(language -> names.put(SearchKey.of(column(column, language)), column));
        }
        return Optional.ofNullable(names.get(SearchKey.of(name)));
    }

    Optional<String> roleNamed(String name) {
        return named(name, Roles.ALL, this::role);
    }

    /** The key that is meant by itself or by its words. */
    private static Optional<String> named(
            String name, Collection<String> keys, BiFunction<String, Locale, String> words) {
        String key = SearchKey.of(name);
        return keys.stream()
                .filter(it -> it.equals(key)
                        || READ.stream()
                                .anyMatch(reader ->
                                        SearchKey.of(words.apply(it, reader)).equals(key)))
                .findFirst();
    }
}
