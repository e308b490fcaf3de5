package dev.noroshi.plan.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element, arrow or row that one plan has otherwise than another.
 *
 * @param name as officials know it, of the newer plan where it is in both; its id when it has none; an arrow
 *     goes by what it joins
 * @param nameEn its English name; empty when it has none
 * @param type as in the file: {@code userTask}, {@code sequenceFlow}, {@code rule}
 * @param details what of it changed; all of an added or removed one
 */
public record Change(
        Kind kind, String file, String element, String name, String nameEn, String type, List<Detail> details) {

    /** What happened to it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One of its properties.
     *
     * @param what as in the file: {@code name}, {@code camunda:candidateGroups}, {@code target}; {@code input 2} of a row
     * @param before null where it had none
     * @param after null where it has none
     */
    public record Detail(
            String what, @Nullable String before, @Nullable String after) {}

    public Change {
        details = List.copyOf(details);
    }

    /** Whether it is drawn as a box, circle or diamond, or an arrow between them. */
    public boolean drawn() {
        return file.endsWith(".bpmn");
    }
}
