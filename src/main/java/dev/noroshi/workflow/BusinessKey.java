package dev.noroshi.workflow;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What engine instances run under: a case number ({@code R8-0001}, a drill {@code R8-D0001}), or a thing of that case: a
 * call {@code R8-0001-C2}, an external report {@code R8-0001-R1}, a measure {@code R8-0001-M1}, containment in a segment {@code R8-0001-S3}.
 * What belongs to no case belongs to the roster: the period in which it is confirmed, {@code ROSTER-2026-10-01}.
 */
public final class BusinessKey {

    private static final Pattern SHAPE = Pattern.compile("(R[1-9]\\d*-D?\\d{4,})(?:-([A-Z])([1-9]\\d*))?");

    private static final String SEGMENT = "S";

    /** What stands for the roster where a case's number would stand. */
    public static final String ROSTER = "ROSTER";

    private static final String PERIOD = ROSTER + "-";

    private BusinessKey() {}

    /** The case of a key; empty for a key of another shape. */
    static Optional<String> incidentIn(String key) {
        Matcher matcher = SHAPE.matcher(key);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** To whom a key belongs: its case's number, or {@link #ROSTER}; empty for a key of another shape. */
    static Optional<String> ownerIn(String key) {
        return key.equals(ROSTER) || key.startsWith(PERIOD) ? Optional.of(ROSTER) : incidentIn(key);
    }

    /** As {@link #incidentOf}, and {@link #ROSTER} for what belongs to the roster. */
    public static String ownerOf(String key) {
        return ownerIn(key).orElseThrow(() -> new IllegalArgumentException("not a business key: " + key));
    }

    /** Whether a key, or an owner, is a case's. */
    public static boolean ofCase(String key) {
        return incidentIn(key).isPresent();
    }

    /** The key of a period of the roster. */
    public static String ofPeriod(LocalDate begins) {
        return PERIOD + begins;
    }

    /** The first day of a period of the roster; empty for other keys. */
    public static Optional<LocalDate> periodIn(String key) {
        return key.startsWith(PERIOD) ? Optional.of(LocalDate.parse(key.substring(PERIOD.length()))) : Optional.empty();
    }

    /** The segment's place in the list of segments, from 1, in the key of a segment's containment; empty for other keys. */
    public static Optional<Integer> segmentIn(String key) {
        Matcher matcher = SHAPE.matcher(key);
        return matcher.matches() && SEGMENT.equals(matcher.group(2))
                ? Optional.of(Integer.valueOf(matcher.group(3)))
                : Optional.empty();
    }

    /** The key of a segment's containment. */
    public static String ofSegment(String incident, int place) {
        return incident + "-" + SEGMENT + place;
    }

    /**
     * What a step is about where the same step may wait for several segments at once: the element, with the segment behind a
     * colon.
     */
    public static String subject(String key, String element) {
        return segmentIn(key).map(place -> element + ":" + SEGMENT + place).orElse(element);
    }

    /** The element of a subject. */
    public static String elementOf(String subject) {
        return subject.replaceFirst(":" + SEGMENT + "[1-9]\\d*$", "");
    }

    /** @throws IllegalArgumentException when the key has another shape */
    public static String incidentOf(String key) {
        return incidentIn(key).orElseThrow(() -> new IllegalArgumentException("not a business key: " + key));
    }
}
