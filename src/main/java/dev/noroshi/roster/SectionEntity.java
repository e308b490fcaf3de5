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

    private @Nullable String organ;

    private int position;

    @Column
    private LocalDate validFrom;

    private @Nullable LocalDate validUntil;
    private @Nullable Long successor;

    /** The number of the first of all rows that are this section; null until that is known. */
    private @Nullable Long lineage;

    protected SectionEntity() {}

    SectionEntity(SectionDraft entry, int position, LocalDate from) {
        write(entry);
        this.position = position;
        this.validFrom = from;
    }

    String name() {
        return name;
    }

    String department() {
        return department;
    }

    @Nullable
    String organ() {
        return organ;
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

    long lineage() {
        return lineage == null ? id : lineage;
    }

    boolean isOneWith(SectionEntity other) {
        return this == other || id != 0 && lineage() == other.lineage();
    }

    boolean isOn(LocalDate day) {
        return !validFrom.isAfter(day) && standsOn(day);
    }

    /** Whether it stands on the day or begins later. */
    boolean standsOn(LocalDate day) {
        return validUntil == null || !validUntil.isBefore(day);
    }

    boolean isLike(String other) {
        return SearchKey.of(name).equals(SearchKey.of(other));
    }

    final void write(SectionDraft entry) {
        name = String.valueOf(entry.name());
        department = String.valueOf(entry.department());
        organ = entry.organ();
    }

    void place(int at) {
        position = at;
    }

    /** The first of its lineage. */
    void descendFromNone() {
        lineage = id;
    }

    void descendFrom(SectionEntity other) {
        lineage = other.lineage();
    }

    /** For a section that is not used yet. */
    void beginOn(LocalDate day) {
        validFrom = day;
    }

    /** As if it had never ended. */
    void standAgain() {
        validUntil = null;
        successor = null;
    }

    /**
     * @param next the section that it becomes; null for none
     * @param lastDay null for none
     */
    void become(@Nullable Long next, @Nullable LocalDate lastDay) {
        successor = next;
        validUntil = lastDay;
    }

    Section seen() {
        return new Section(id, name, department);
    }
}
