package dev.noroshi.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A turn that somebody else takes. */
@Entity
@Table(name = "roster_swap")
class SwapEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private long rotation;
    private long person;

    @Column
    private Instant fromAt;

    @Column
    private Instant untilAt;

    protected SwapEntity() {}

    SwapEntity(long rotation, Rotation.Swap swap) {
        this.rotation = rotation;
        this.person = swap.person();
        this.fromAt = swap.from();
        this.untilAt = swap.until();
    }

    Rotation.Swap seen() {
        return new Rotation.Swap(person, fromAt, untilAt);
    }
}
