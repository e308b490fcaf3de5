package dev.noroshi.roster;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person of the city as the roster (CSIRT体制表・緊急連絡網) knows them at a moment.
 *
 * @param id the roster's own
 * @param account the account's name; null for a person without one
 * @param name as typed, family name first, full-width space
 * @param post 役職 at the moment, such as 総務課長
 * @param section at the moment
 * @param language of letters to them, {@code ja} or {@code en}
 */
public record Person(
        long id,
        @Nullable String account,
        String name,
        @Nullable String kana,
        @Nullable String post,
        @Nullable String section,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String mobile,
        @Nullable String extension,
        String language) {

    public Person(
            long id,
            @Nullable String account,
            String name,
            @Nullable String kana,
            @Nullable String post,
            @Nullable String section,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String mobile,
            @Nullable String extension) {
        this(id, account, name, kana, post, section, email, phone, mobile, extension, "ja");
    }

    Person reachedBy(
            @Nullable String mail, @Nullable String telephone, @Nullable String carried, @Nullable String inside) {
        return new Person(id, account, name, kana, post, section, mail, telephone, carried, inside, language);
    }

    Person inPost(@Nullable String title, @Nullable String belongingTo) {
        return new Person(id, account, name, kana, title, belongingTo, email, phone, mobile, extension, language);
    }

    /** In which letters to them are written. */
    public Locale locale() {
        return Locale.forLanguageTag(language);
    }
}
