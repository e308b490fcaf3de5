package dev.noroshi.incident;

import dev.noroshi.asset.Asset;
import dev.noroshi.asset.Assets;
import dev.noroshi.workflow.BusinessKey;
import dev.noroshi.workflow.Processes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The network segments (系統) that a case touches; containment runs in each of them by itself. */
@Component
public class Segments {

    private static final String UNKNOWN = "unknown";

    private final Assets assets;
    private final Processes processes;

    Segments(Assets assets, Processes processes) {
        this.assets = assets;
        this.processes = processes;
    }

    /** What was said of the segment and what the register says of the assets named; {@code unknown} alone where neither knows one. */
    public List<String> of(Facts facts) {
        Stream<String> things = Stream.ofNullable(facts.assets())
                .flatMap(List::stream)
                .flatMap(words -> assets.named(words).stream())
                .map(Asset::segment);
        List<String> known = Stream.concat(Stream.ofNullable(facts.segment()), things)
                .filter(segment -> !segment.equals(UNKNOWN) && IncidentTypes.SEGMENTS.contains(segment))
                .distinct()
                .sorted(Comparator.comparing(IncidentTypes.SEGMENTS::indexOf))
                .toList();
        return known.isEmpty() ? List.of(UNKNOWN) : known;
    }

    /** The keys of known segments of the case in which containment has not begun. */
    public List<String> added(Incident incident) {
        return of(incident.facts()).stream()
                .filter(segment -> !segment.equals(UNKNOWN))
                .map(segment -> key(incident.number(), segment))
                .filter(key -> !processes.called(key))
                .toList();
    }

    /** The key under which the containment of a segment runs. */
    static String key(String incident, String segment) {
        return BusinessKey.ofSegment(incident, IncidentTypes.SEGMENTS.indexOf(segment) + 1);
    }

    /** The segment of such a key; empty for a case's key and where the segment is not known. */
    public static Optional<String> named(String key) {
        return of(key).filter(segment -> !segment.equals(UNKNOWN));
    }

    /** The segment that stands in the subject of a call ({@link BusinessKey#subject}); empty where none does or it is not known. */
    public static Optional<String> inSubject(String incident, String subject) {
        return named(incident
                + subject.substring(BusinessKey.elementOf(subject).length()).replace(':', '-'));
    }

    /** The segment of such a key, {@code unknown} included. */
    public static Optional<String> of(String key) {
        return BusinessKey.segmentIn(key)
                .filter(place -> place <= IncidentTypes.SEGMENTS.size())
                .map(place -> IncidentTypes.SEGMENTS.get(place - 1));
    }
}
