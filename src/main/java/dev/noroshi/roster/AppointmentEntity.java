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

    void endOn(LocalDate lastDay) {
        validUntil = lastDay;
    }
}
