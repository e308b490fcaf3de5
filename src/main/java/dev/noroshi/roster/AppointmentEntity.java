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
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A role in a person's hands, from the first to the last day. */
@Entity
@Table(name = "roster_role_holder")
class AppointmentEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column
    private String role;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "person")
    private PersonEntity person;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "section")
    private @Nullable SectionEntity section;

    private int position;

    @Column
    private LocalDate validFrom;

    private @Nullable LocalDate validUntil;

    protected AppointmentEntity() {}

    AppointmentEntity(
            String role,
            PersonEntity person,
            @Nullable SectionEntity section,
            int position,
            LocalDate from,
            @Nullable LocalDate until) {
        this.role = role;
        this.person = person;
        this.section = section;
        this.position = position;
        this.validFrom = from;
        this.validUntil = until;
    }

    long id() {
        return id;
    }

    String role() {
        return role;
    }

    String holder() {
        return person.name();
    }

    long holderId() {
        return person.id();
    }

    /** The name of the section headed; null where the role heads none. */
    @Nullable
    String headed() {
        return section == null ? null : section.name();
    }

    int position() {
        return position;
    }

    LocalDate from() {
        return validFrom;
    }

    @Nullable
    LocalDate until() {
        return validUntil;
    }

    /** Whether the same person holds the same from and until the same day, in the same place. */
    boolean isSame(AppointmentEntity other) {
        return role.equals(other.role)
                && holderId() == other.holderId()
                && Objects.equals(headed(), other.headed())
                && position == other.position
                && validFrom.equals(other.validFrom)
                && Objects.equals(validUntil, other.validUntil);
    }

    /** Whether it stands on the day or begins later. */
    boolean standsOn(LocalDate day) {
        return validUntil == null || !validUntil.isBefore(day);
    }

    /** The same of another section from a day on. */
    AppointmentEntity of(SectionEntity next, LocalDate day) {
        LocalDate from = validFrom.isAfter(day) ? validFrom : day;
        return new AppointmentEntity(role, person, next, position, from, validUntil);
    }

    void place(int at) {
        position = at;
    }

    void endOn(@Nullable LocalDate lastDay) {
        validUntil = lastDay;
    }
}
