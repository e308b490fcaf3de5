package dev.noroshi.roster;

import java.time.LocalDate;
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
 * @param firstDay in service (在籍開始日), in Tokyo; null where it is not said
 * @param lastDay in service (在籍最終日), which counts wholly; null where it is not said
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
        String language,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {

    /** In service without a first and a last day, with letters in Japanese. */
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
        this(id, account, name, kana, post, section, email, phone, mobile, extension, "ja", null, null);
    }

    Person reachedBy(
            @Nullable String mail, @Nullable String telephone, @Nullable String carried, @Nullable String inside) {
        return new Person(
                id, account, name, kana, post, section, mail, telephone, carried, inside, language, firstDay, lastDay);
    }

    Person inPost(@Nullable String title, @Nullable String belongingTo) {
        return new Person(
                id,
                account,
                name,
                kana,
                title,
                belongingTo,
                email,
                phone,
                mobile,
                extension,
                language,
                firstDay,
                lastDay);
    }

    /** Without the days of service, which are no business of every colleague. */
    Person withoutDays() {
        return new Person(
                id, account, name, kana, post, section, email, phone, mobile, extension, language, null, null);
    }

    /** Whether they work for the city on the day; before and after they hold no role, whatever the roster has for them. */
    public boolean servesOn(LocalDate day) {
        return (firstDay == null || !firstDay.isAfter(day)) && !isGoneBy(day);
    }

    /** Whether the day is after their last one. */
    public boolean isGoneBy(LocalDate day) {
        return lastDay != null && lastDay.isBefore(day);
    }

    /** In which letters to them are written. */
    public Locale locale() {
        return Locale.forLanguageTag(language);
    }
}
