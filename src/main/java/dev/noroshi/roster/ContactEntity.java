package dev.noroshi.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A further way to reach a person. */
@Entity
@Table(name = "roster_contact")
class ContactEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private long person;

    @Column
    private String kind;

    @Column
    private String hours;

    @Column
    private String value;

    protected ContactEntity() {}

    ContactEntity(long person, String kind, String hours, String value) {
        this.person = person;
        this.kind = kind;
        this.hours = hours;
        this.value = value;
    }

    Contact seen() {
        return new Contact(id, person, kind, hours, value);
    }
}
