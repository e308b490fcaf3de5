package dev.noroshi.roster;

import org.jspecify.annotations.Nullable;

/**
 * What is written into the roster about a person; blank means unknown.
 *
 * @param name as typed, family name first
 * @param section the section's name
 */
public record PersonEntry(
        @Nullable String account,
        @Nullable String name,
        @Nullable String kana,
        @Nullable String post,
        @Nullable String section,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String mobile,
        @Nullable String extension) {

    public static PersonEntry of(Person person) {
        return new PersonEntry(
                person.account(),
                person.name(),
                person.kana(),
                person.post(),
                person.section(),
                person.email(),
                person.phone(),
                person.mobile(),
                person.extension());
    }

    public static PersonEntry empty() {
        return new PersonEntry(null, null, null, null, null, null, null, null, null);
    }
}
