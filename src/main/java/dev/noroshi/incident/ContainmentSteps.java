package dev.noroshi.incident;

import static dev.noroshi.incident.Decision.Kind.DETACHMENT;
import static dev.noroshi.incident.Decision.Kind.DETACHMENT_APPROVAL;

import dev.noroshi.workflow.BusinessKey;
import dev.noroshi.workflow.KeyOf;
import dev.noroshi.workflow.PlanVocabulary;
import java.util.List;

/** What the plan may ask while the damage is kept from spreading, in the case or in one of its segments. */
@PlanVocabulary("containment")
public class ContainmentSteps {

    private final Decisions decisions;
    private final Incidents incidents;
    private final Segments segments;

    ContainmentSteps(Decisions decisions, Incidents incidents, Segments segments) {
        this.decisions = decisions;
        this.incidents = incidents;
        this.segments = segments;
    }

    /** The keys of the segments that the case touches, one at least. */
    public List<String> segments(String key) {
        return segments.of(incidents.of(key).facts()).stream()
                .map(segment -> Segments.key(key, segment))
                .toList();
    }

    /** The keys of the segments that became known later, in which containment has not begun; may be none. */
    public List<String> addedSegments(String key) {
        return segments.added(incidents.of(key));
    }

    /** Whether the handler asks to detach the segment (切離し). */
    @KeyOf("segment")
    public boolean detachmentAsked(String key) {
        return decisions
                .latest(BusinessKey.incidentOf(key), BusinessKey.subject(key, DETACHMENT))
                .filter(asked -> asked.value().equals("needed"))
                .isPresent();
    }

    @KeyOf("segment")
    public boolean detachmentApproved(String key) {
        return decisions.approved(
                BusinessKey.incidentOf(key),
                BusinessKey.subject(key, DETACHMENT),
                BusinessKey.subject(key, DETACHMENT_APPROVAL));
    }
}
