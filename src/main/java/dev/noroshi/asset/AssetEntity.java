package dev.noroshi.asset;

import dev.noroshi.roster.SearchKey;
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

    private static final int LONGEST_KEY = 400;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column
    private String number;

    @Column
    private String name;

    @Column
    private String numberKey;

    @Column
    private String nameKey;

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
        this.numberKey = keyOf(number);
    }

    /** By what it is found: widths, letter case and kana folded. */
    static String keyOf(String text) {
        String key = SearchKey.of(text);
        return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
    }

    AssetEntity write(Asset asset) {
        name = asset.name();
        nameKey = keyOf(name);
        kind = asset.kind();
        segment = asset.segment();
        rtoMinutes = asset.rtoMinutes();
        section = asset.section();
        critical = asset.critical();
        return this;
    }
}
