package dev.noroshi.roster;

import org.jspecify.annotations.Nullable;

/**
 * What is written into the roster about a person; blank means unknown.
 *
 * @param name as typed, family name first
 * @param section the section's name
 * @param language of letters to them, {@code ja} or {@code en}; blank to keep what stands, at first Japanese
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
        @Nullable String extension,
        @Nullable String language) {

    /** Without a language: Japanese, or the one of before. */
    public PersonEntry(
            @Nullable String account,
            @Nullable String name,
            @Nullable String kana,
            @Nullable String post,
            @Nullable String section,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String mobile,
            @Nullable String extension) {
        this(account, name, kana, post, section, email, phone, mobile, extension, null);
    }

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
                person.extension(),
                person.language());
    }

    public static PersonEntry empty() {
        return new PersonEntry(null, null, null, null, null, null, null, null, null);
    }

    @Nullable
    String of(SheetColumn column) {
        return switch (column) {
            case ACCOUNT -> account;
            case NAME -> name;
            case KANA -> kana;
            case EMAIL -> email;
            case PHONE -> phone;
            case MOBILE -> mobile;
            case EXTENSION -> extension;
            case LANGUAGE -> language;
            default -> null;
        };
    }
}
