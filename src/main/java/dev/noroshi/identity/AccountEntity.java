package dev.noroshi.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.DynamicUpdate;
import org.springframework.data.domain.Persistable;

/** An account and the hash of its password. Only what changed is written: two administrators may change it at once. */
@Entity
@Table(name = "account")
@DynamicUpdate
class AccountEntity implements Persistable<String> {

    @Id
    private String name;

    @Column
    private String displayName;

    @Column
    private String passwordHash;

    private boolean administrator;
    private boolean demo;
    private boolean enabled;

    @Column
    private LocalDate permittedUntil;

    @Column
    private Instant createdAt;

    @Transient
    private boolean stored;

    protected AccountEntity() {}

    AccountEntity(NewAccount account, String passwordHash, LocalDate permittedUntil, Instant createdAt) {
        this.name = account.name();
        this.displayName = account.displayName();
        this.passwordHash = passwordHash;
        this.administrator = account.administrator();
        this.demo = account.demo();
        this.enabled = true;
        this.permittedUntil = permittedUntil;
        this.createdAt = createdAt;
    }

    void changePassword(String hash) {
        passwordHash = hash;
    }

    void enable(boolean comesIn) {
        enabled = comesIn;
    }

    void permitUntil(LocalDate lastDay) {
        permittedUntil = lastDay;
    }

    @Override
    public String getId() {
        return name;
    }

    /** An account of a name that is taken must be refused, never written over. */
    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void markStored() {
        stored = true;
    }
}
