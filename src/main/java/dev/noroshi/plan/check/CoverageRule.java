package dev.noroshi.plan.check;

import dev.noroshi.plan.check.Duties.Duty;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Every mandatory duty of the policy is carried out by some element, and no element names one that does not exist. */
final class CoverageRule implements Rule {

    private final List<Duty> duties = Duties.shipped();

    @Override
    public void look(PlanModel plan, Findings findings) {
        Set<String> carriedOut = new HashSet<>();
        for (Model model : plan.models()) {
            model.elements().forEach(element -> {
                List<String> keys = Duties.keys(element.properties().getOrDefault("duty", ""));
                carriedOut.addAll(keys);
                keys.stream()
                        .filter(key ->
                                duties.stream().noneMatch(duty -> duty.key().equals(key)))
                        .forEach(key -> findings.error("duty.unknown", model.place(element), key));
            });
        }
        duties.stream()
                .filter(Duty::mandatory)
                .filter(duty -> !carriedOut.contains(duty.key()))
                .forEach(duty ->
                        findings.warning("duty.uncovered", Place.plan(), duty.clause(Locale.JAPANESE), duty.key()));
    }
}
