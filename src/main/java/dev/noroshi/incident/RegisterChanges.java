package dev.noroshi.incident;

import dev.noroshi.workflow.Processes;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of assets (資産台帳) puts a thing of an open case into another segment. Nothing begins by itself, for the register
 * may be corrected without any thing having moved: people on the case are told, and begin containment there.
 */
@Service
@Transactional
public class RegisterChanges {

    private static final Set<String> CONTAINED = Set.of("contain", "recover", "review");

    private final Incidents incidents;
    private final Segments segments;
    private final Timeline timeline;
    private final Processes processes;
    private final ApplicationEventPublisher events;

    RegisterChanges(
            Incidents incidents,
            Segments segments,
            Timeline timeline,
            Processes processes,
            ApplicationEventPublisher events) {
        this.incidents = incidents;
        this.segments = segments;
        this.timeline = timeline;
        this.processes = processes;
        this.events = events;
    }

    /** Segments that the case touches and in which containment has not begun, though it has elsewhere. */
    @Transactional(readOnly = true)
    public List<String> uncontained(Incident incident) {
        return incident.open() && CONTAINED.contains(incident.phase())
                ? segments.added(incident).stream()
                        .flatMap(key -> Segments.named(key).stream())
                        .toList()
                : List.of();
    }

    /** Begins it there, and has all that hangs on the facts asked anew; nothing where there is none. */
    public void contain(String number) {
        processes.hold(number);
        List<String> added = uncontained(incidents.workable(number));
        if (!added.isEmpty()) {
            List<Saying> names = added.stream()
                    .map(segment -> Saying.phrase("incident.segment." + segment))
                    .toList();
            timeline.append(number, "register-changed", List.of(Saying.enumeration(names)));
            events.publishEvent(new IncidentEvent.FactsCorrected(number));
        }
    }
}
