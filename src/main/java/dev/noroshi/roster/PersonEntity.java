package dev.noroshi.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    @Column
    private String searchKey;

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    /** With the title and the section of a day. */
    PersonEntry entry(@Nullable String title, @Nullable String section) {
        return new PersonEntry(account, name, kana, title, section, email, phone, mobile, extension, language);
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
        phone = check.text("phone", entry.phone(), 40);
        mobile = check.text("mobile", entry.mobile(), 40);
        extension = check.text("extension", entry.extension(), 20);
        language = check.language("language", entry.language(), language);
        searchKey = SearchKey.kept(
                Stream.of(name, kana, account)
                        .filter(Objects::nonNull)
                        .map(SearchKey::of)
                        .collect(Collectors.joining(" ")),
                400);
    }
}
