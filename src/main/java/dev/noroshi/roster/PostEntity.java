package dev.noroshi.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person's post, from the first to the last day. */
@Entity
@Table(name = "roster_post")
class PostEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private long person;
    private @Nullable String title;

    /** The lineage of the section. */
    private @Nullable Long section;

    @Column
    private LocalDate validFrom;

    private @Nullable LocalDate validUntil;

    @Column
    private String searchKey;

    protected PostEntity() {}

    PostEntity(long person, Spell spell) {
        this.person = person;
        write(spell);
    }

    long id() {
        return id;
    }

    long person() {
        return person;
    }

    Spell spell(Lineages sections) {
        return new Spell(id, title, section == null ? null : sections.first(section), validFrom, validUntil);
    }

    final void write(Spell spell) {
        title = spell.title();
        section = spell.section() == null ? null : spell.section().lineage();
        validFrom = spell.from();
        validUntil = spell.until();
        searchKey = title == null ? "" : SearchKey.kept(SearchKey.of(title), 200);
    }
}
