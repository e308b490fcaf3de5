package dev.noroshi.roster;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rotation of on-call turns. Past ones stay: who was on call when a letter went out is part of the record. */
@Entity
@Table(name = "roster_rotation")
class RotationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column
    private String role;

    @Column
    private LocalDate startsOn;

    @Column
    private LocalTime handover;

    private @Nullable LocalDate lastDay;
    private boolean closedOnly;

    @ElementCollection
    @CollectionTable(name = "roster_rotation_member", joinColumns = @JoinColumn(name = "rotation"))
    @OrderColumn(name = "position")
    @Column(name = "person")
    private List<Long> members = new ArrayList<>();

    protected RotationEntity() {}

    RotationEntity(Rotation begun) {
        this.role = begun.role();
        this.startsOn = begun.starts();
        this.handover = begun.handover();
        this.lastDay = begun.lastDay();
        this.closedOnly = begun.closedOnly();
        this.members.addAll(begun.members());
    }

    long id() {
        return id;
    }

    String role() {
        return role;
    }

    void endOn(@Nullable LocalDate last) {
        lastDay = last;
    }

    Rotation seen(List<Rotation.Swap> swaps) {
        return new Rotation(id, role, members, startsOn, handover, lastDay, closedOnly, swaps);
    }
}
