package dev.noroshi.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What somebody says to a yes-or-no question; not asked or left out is none of these. */
public enum Answer {
    @JsonProperty("yes")
    YES,
    @JsonProperty("no")
    NO,
    /** わからない, said expressly. */
    @JsonProperty("unknown")
    UNKNOWN;

    /** The word in REST, forms and tables. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Answer of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
