package dev.noroshi.roster;

/**
 * A further way to reach a person, or an address from which the person's answers count.
 *
 * @param person the roster's number
 * @param kind {@code email}, {@code phone}, {@code mobile}, {@code extension}; {@code reply} for an address that only answers
 *     come from
 * @param hours {@code office}, {@code outside} (nights and closed days) or {@code always}; it comes before the person's own
 *     at these hours
 */
public record Contact(long id, long person, String kind, String hours, String value) {

    static final String REPLY = "reply";

    boolean holds(boolean office) {
        return hours.equals("always") || hours.equals(office ? "office" : "outside");
    }

    /** Whether the value is the same; widths and letter case do not matter. */
    boolean is(String other) {
        return SearchKey.of(value).equals(SearchKey.of(other));
    }

    boolean isMail() {
        return kind.equals("email") || kind.equals(REPLY);
    }
}
