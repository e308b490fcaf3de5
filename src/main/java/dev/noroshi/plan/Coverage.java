package dev.noroshi.plan;

import dev.noroshi.plan.check.Duties;
import dev.noroshi.plan.check.Duties.Duty;
import dev.noroshi.plan.check.PlanContents;
import dev.noroshi.plan.check.PlanContents.ModelPart;
import dev.noroshi.plan.check.PlanContents.Part;
import java.util.List;
import java.util.Set;

/**
 * Which duties of the policy an edition carries out, and where; and the other way round.
 *
 * @param duties all that are listed
 * @param elements steps of people, automatic steps and phases, and whatever else names a duty
 */
public record Coverage(List<Covered> duties, List<Carrier> elements) {

    private static final Set<String> ACTIVITIES = Set.of("userTask", "serviceTask", "callActivity");

    public Coverage {
        duties = List.copyOf(duties);
        elements = List.copyOf(elements);
    }

    /** @param by empty when nothing carries it out */
    public record Covered(Duty duty, List<Carrier> by) {

        public Covered {
            by = List.copyOf(by);
        }

        public boolean isMissing() {
            return duty.mandatory() && by.isEmpty();
        }
    }

    /** @param duties those of its keys that are listed */
    public record Carrier(ModelPart model, Part part, List<Duty> duties) {

        public Carrier {
            duties = List.copyOf(duties);
        }
    }

    /** Of a plan as it stands. */
    static Coverage of(PlanContents plan) {
        List<Duty> listed = Duties.shipped();
        List<Carrier> carriers = plan.models().stream()
                .flatMap(model -> model.parts().stream()
                        .filter(part -> ACTIVITIES.contains(part.type())
                                || !part.duties().isEmpty())
                        .map(part -> new Carrier(model, part, duties(part, listed))))
                .toList();
        List<Covered> covered = listed.stream()
                .map(duty -> new Covered(
                        duty,
                        carriers.stream()
                                .filter(carrier -> carrier.duties().contains(duty))
                                .toList()))
                .toList();
        return new Coverage(covered, carriers);
    }

    private static List<Duty> duties(Part part, List<Duty> listed) {
        return listed.stream()
                .filter(duty -> part.duties().contains(duty.key()))
                .toList();
    }

    /** Mandatory duties that nothing carries out. */
    public List<Covered> missing() {
        return duties.stream().filter(Covered::isMissing).toList();
    }
}
