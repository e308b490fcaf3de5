package dev.noroshi.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
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
    private @Nullable String post;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "section")
    private @Nullable SectionEntity section;

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

    @Nullable
    SectionEntity section() {
        return section;
    }

    PersonEntry entry() {
        return new PersonEntry(
                account,
                name,
                kana,
                post,
                section == null ? null : section.name(),
                email,
                phone,
                mobile,
                extension,
                language);
    }

    /** So that another person may take it in the same transaction. */
    void giveUpAccount() {
        account = null;
    }

    /** Takes what is written; whether it may stay is the check's to say. */
    void write(PersonEntry entry, @Nullable SectionEntity in, EntryCheck check) {
        account = check.text("account", entry.account(), 60);
        name = check.required("name", entry.name(), 100);
        kana = check.text("kana", entry.kana(), 100);
        post = check.text("post", entry.post(), 100);
        section = in;
        email = check.email("email", entry.email());
        phone = check.text("phone", entry.phone(), 40);
        mobile = check.text("mobile", entry.mobile(), 40);
        extension = check.text("extension", entry.extension(), 20);
        language = check.language("language", entry.language(), language);
        fold();
    }

    void moveTo(SectionEntity next) {
        section = next;
        fold();
    }

    private void fold() {
        searchKey = Stream.of(name, kana, post, section == null ? null : section.name(), account)
                .filter(Objects::nonNull)
                .map(SearchKey::of)
                .collect(Collectors.joining(" "));
    }
}
