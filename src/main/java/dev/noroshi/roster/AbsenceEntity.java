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
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An absence, kept after its end: who was not there when a letter went out is part of the record. */
@Entity
@Table(name = "roster_absence")
class AbsenceEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "person")
    private PersonEntity person;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "stand_in")
    private @Nullable PersonEntity standIn;

    @Column
    private Instant fromAt;

    @Column
    private Instant untilAt;

    protected AbsenceEntity() {}

    AbsenceEntity(PersonEntity person, @Nullable PersonEntity standIn, Instant from, Instant until) {
        this.person = person;
        this.standIn = standIn;
        this.fromAt = from;
        this.untilAt = until;
    }

    long id() {
        return id;
    }

    PersonEntity person() {
        return person;
    }

    Instant from() {
        return fromAt;
    }

    Instant until() {
        return untilAt;
    }

    @Nullable
    PersonEntity standIn() {
        return standIn;
    }

    void change(@Nullable PersonEntity instead, Instant end) {
        standIn = instead;
        untilAt = end;
    }

    void endAt(Instant at) {
        untilAt = at;
    }
}
