package dev.noroshi.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A person with the ways to reach them. */
@Entity
@Table(name = "roster_person")
class PersonEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private @Nullable String account;

    @Column
    private String name;

    private @Nullable String kana;
    private @Nullable String email;
    private @Nullable String phone;
    private @Nullable String mobile;
    private @Nullable String extension;

    @Column
    private String language = "ja";

    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate lastDay;

    @Column
    private String searchKey;

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    @Nullable
    LocalDate firstDay() {
        return firstDay;
    }

    @Nullable
    LocalDate lastDay() {
        return lastDay;
    }

    /** With the title and the section of a day. */
    PersonEntry entry(@Nullable String title, @Nullable String section) {
        return new PersonEntry(
                account, name, kana, title, section, email, phone, mobile, extension, language, firstDay, lastDay);
    }

    /** So that another person may take it in the same transaction. */
    void giveUpAccount() {
        account = null;
    }

    /** Takes what is written but post and section; whether it may stay is the check's to say. */
    void write(PersonEntry entry, EntryCheck check) {
        account = check.text("account", entry.account(), 60);
        name = check.required("name", entry.name(), 100);
        kana = check.text("kana", entry.kana(), 100);
        email = check.email("email", entry.email());
        phone = check.phone("phone", entry.phone());
        mobile = check.phone("mobile", entry.mobile());
        extension = check.text("extension", entry.extension(), 20);
        language = check.language("language", entry.language(), language);
        serve(entry.firstDay(), entry.lastDay(), check);
        searchKey = SearchKey.kept(
                Stream.of(name, kana, account)
                        .filter(Objects::nonNull)
                        .map(SearchKey::of)
                        .collect(Collectors.joining(" ")),
                400);
    }

    private void serve(@Nullable LocalDate from, @Nullable LocalDate until, EntryCheck check) {
        if (from != null && until != null && until.isBefore(from)) {
            check.refuse("last_day", "service-days");
        } else {
            firstDay = from;
            lastDay = until;
        }
    }
}
