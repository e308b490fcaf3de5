package dev.noroshi.incident;

/** From which end a timeline is read. */
public enum TimelineOrder {
    OLDEST_FIRST(""),
    NEWEST_FIRST(" desc");

    private final String direction;

    TimelineOrder(String direction) {
        this.direction = direction;
    }

    String sql() {
        return "order by happened_at" + direction + ", id" + direction;
    }
}
