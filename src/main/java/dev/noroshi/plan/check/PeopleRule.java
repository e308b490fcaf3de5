package dev.noroshi.plan.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Whoever the plan names is there: today, in thirty days, and two of them where two must look. */
final class PeopleRule implements Rule {

    private static final int AHEAD = 30;

    private final People people;

    PeopleRule(People people) {
        this.people = people;
    }

    @Override
    public void look(PlanModel plan, Findings findings) {
        Map<String, Place> used = new TreeMap<>();
        for (Model model : plan.models()) {
            model.of(Element.Kind.USER).forEach(step -> {
                step.roles().forEach(role -> used.putIfAbsent(role, model.place(step)));
                held(model, step, findings);
                second(model, step, findings);
            });
        }
        ladders(plan, used, findings);
        used.forEach((role, place) -> role(role, place, findings));
    }

    private void role(String role, Place place, Findings findings) {
        Map<String, String> today = people.holders(role, people.today());
        if (today.isEmpty()) {
            findings.warning("people.unheld", place, role);
        } else if (IntStream.rangeClosed(1, AHEAD)
                .anyMatch(day ->
                        people.holders(role, people.today().plusDays(day)).isEmpty())) {
            findings.warning("people.leaving", place, role, String.join("、", today.values()), people.lastDay(role));
        }
    }

    /** A step that none of its roles can take would wait for ever. */
    private void held(Model model, Element step, Findings findings) {
        if (!step.roles().isEmpty() && able(step).isEmpty()) {
            findings.error("people.nobody", model.place(step), String.join(", ", step.roles()));
        }
    }

    private Map<String, String> able(Element step) {
        Map<String, String> able = new TreeMap<>();
        step.roles().forEach(role -> able.putAll(people.holders(role, people.today())));
        return able;
    }

    private void second(Model model, Element step, Findings findings) {
        String first = step.properties().getOrDefault("fourEyes", "");
        model.of(Element.Kind.USER).filter(other -> other.id().equals(first)).forEach(other -> {
            Map<String, String> both = able(other);
            both.putAll(able(step));
            if (both.size() == 1) {
                findings.error(
                        "people.four-eyes",
                        model.place(step),
                        other.label(),
                        both.values().iterator().next());
            }
        });
    }

    /** The last rung of every ladder that has one leads to somebody. */
    private void ladders(PlanModel plan, Map<String, Place> used, Findings findings) {
        plan.table("escalation").ifPresent(table -> {
            for (Ladders.Ladder ladder : Ladders.of(table)) {
                ladder.roles().forEach(role -> used.putIfAbsent(role, ladder.place()));
                List<String> roles = ladder.roles();
                if (!roles.isEmpty() && unreachable(roles.get(roles.size() - 1))) {
                    findings.error("people.ladder", ladder.place(), ladder.name(), roles.get(roles.size() - 1));
                }
            }
        });
    }

    private boolean unreachable(String role) {
        return people.holders(role, people.today()).isEmpty();
    }
}
