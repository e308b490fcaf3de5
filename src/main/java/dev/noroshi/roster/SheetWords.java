package dev.noroshi.roster;

import dev.noroshi.identity.Roles;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    Optional<SheetColumn> columnNamed(String name) {
        Map<String, SheetColumn> names = new TreeMap<>();
        for (SheetColumn column : SheetColumn.values()) {
            names.put(column.key(), column);
            READ.forEach(language -> names.put(SearchKey.of(column(column, language)), column));
        }
        return Optional.ofNullable(names.get(SearchKey.of(name)));
    }

    Optional<String> roleNamed(String name) {
        String key = SearchKey.of(name);
        return Roles.ALL.stream()
                .filter(role -> role.equals(key)
                        || READ.stream()
                                .anyMatch(it -> SearchKey.of(role(role, it)).equals(key)))
                .findFirst();
    }
}
