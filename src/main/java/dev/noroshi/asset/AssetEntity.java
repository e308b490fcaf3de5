package dev.noroshi.asset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A thing in the register, under its number. */
@Entity
@Table(name = "asset")
class AssetEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column
    private String number;

    @Column
    private String name;

    @Column
    private String kind;

    @Column
    private String segment;

    private @Nullable Integer rtoMinutes;
    private @Nullable String section;
    private boolean critical;

    protected AssetEntity() {}

    AssetEntity(String number) {
        this.number = number;
    }

    AssetEntity write(Asset asset) {
        name = asset.name();
        kind = asset.kind();
        segment = asset.segment();
        rtoMinutes = asset.rtoMinutes();
        section = asset.section();
        critical = asset.critical();
        return this;
    }
}
