package dev.noroshi.roster;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A person's entry that may be stored. */
record CheckedPerson(
        @Nullable String account,
        String name,
        @Nullable String kana,
        @Nullable String post,
        @Nullable Section section,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String mobile,
        @Nullable String extension) {

    String searchKey() {
        return Stream.of(name, kana, post, section == null ? null : section.name(), account)
                .filter(Objects::nonNull)
                .map(SearchKey::of)
                .collect(Collectors.joining(" "));
    }
}
