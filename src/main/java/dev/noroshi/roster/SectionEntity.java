package dev.noroshi.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A section, from its first to its last day. */
@Entity
@Table(name = "roster_section")
class SectionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column
    private String name;

    @Column
    private String department;

    private int position;

    @Column
    private LocalDate validFrom;

    private @Nullable LocalDate validUntil;
    private @Nullable Long successor;

    protected SectionEntity() {}

    SectionEntity(String name, String department, int position, LocalDate from) {
        this.name = name;
        this.department = department;
        this.position = position;
        this.validFrom = from;
    }

    String name() {
        return name;
    }

    String department() {
        return department;
    }

    LocalDate from() {
        return validFrom;
    }

    @Nullable
    LocalDate until() {
        return validUntil;
    }

    long id() {
        return id;
    }

    int position() {
        return position;
    }

    @Nullable
    Long successor() {
        return successor;
    }

    boolean isLike(String other) {
        return SearchKey.of(name).equals(SearchKey.of(other));
    }

    /** @param next the section that it becomes; null for none */
    void become(@Nullable Long next, LocalDate lastDay) {
        successor = next;
        validUntil = lastDay;
    }

    Section seen() {
        return new Section(id, name, department);
    }
}
