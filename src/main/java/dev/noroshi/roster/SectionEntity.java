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

    Section seen() {
        return new Section(id, name, department);
    }
}
