package dev.noroshi.identity;

import java.util.Locale;

/** What an API token may be used for; never more than its account may do. */
public enum TokenScope {
    /** Reading. */
    READ,
    /** Sending first reports (第一報), and nothing else. */
    REPORT,
    /** Everything. */
    WORK;

    boolean allows(String method, String path) {
        return switch (this) {
            case READ -> method.equals("GET") || method.equals("HEAD");
            case REPORT -> path.startsWith("/api/v1/first-reports");
            case WORK -> true;
        };
    }

    /** As it is stored and chosen: {@code read}, {@code report} or {@code work}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
