package dev.noroshi.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is written into the roster about a person; blank means unknown.
 *
 * @param name as typed, family name first
 * @param section the section's name
 * @param language of letters to them, {@code ja} or {@code en}; blank to keep what stands, at first Japanese
 * @param firstDay in service; null for no first day
 * @param lastDay in service; null for no last day
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
        @Nullable String language,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {

    /** In service without a first and a last day. */
    public PersonEntry(
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
        this(account, name, kana, post, section, email, phone, mobile, extension, language, null, null);
    }

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
                person.language(),
                person.firstDay(),
                person.lastDay());
    }

    /** The same with a first and a last day in service. */
    public PersonEntry serving(@Nullable LocalDate from, @Nullable LocalDate until) {
        return new PersonEntry(
                account, name, kana, post, section, email, phone, mobile, extension, language, from, until);
    }

    public static PersonEntry empty() {
        return new PersonEntry(null, null, null, null, null, null, null, null, null);
    }

    @Nullable
    Object of(SheetColumn column) {
        return switch (column) {
            case ACCOUNT -> account;
            case NAME -> name;
            case KANA -> kana;
            case FIRST_DAY -> firstDay;
            case LAST_DAY -> lastDay;
            case EMAIL -> email;
            case PHONE -> phone;
            case MOBILE -> mobile;
            case EXTENSION -> extension;
            case LANGUAGE -> language;
            default -> null;
        };
    }
}
