package dev.noroshi.plan.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the application counts on the plan to do: tell at once, call the next one, remind of the legal deadline. */
final class DutyRule implements Rule {

    private static final Map<String, List<String>> ACTIONS = Map.of(
            "incident-response",
            List.of("${detection.tellAtOnce(key)}", "${reporting.determine(key)}", "${reporting.begin(key)}"),
            "escalation",
            List.of("${escalation.callNext(key)}", "${escalation.exhausted(key)}"),
            "external-report",
            List.of("${reporting.remind(key)}"),
            "follow-up",
            List.of("${prevention.remind(key)}"),
            "roster-confirmation",
            List.of("${confirmation.remind(key)}"));

    private static final Map<String, String> DATES = Map.of(
            "event_patienceEnds",
            "${escalation.patienceEnds(key)}",
            "event_deadlineNears",
            "${reporting.remindAt(key)}",
            "event_remind",
            "${prevention.remindAt(key)}");

    @Override
    public void look(PlanModel plan, Findings findings) {
        new TreeMap<>(ACTIONS)
                .forEach((id, actions) -> plan.model(id).ifPresent(model -> {
                    Set<String> done = new HashSet<>();
                    collect(plan, model, done, new HashSet<>());
                    actions.stream()
                            .filter(action -> !done.contains(action))
                            .forEach(action -> findings.error("word.required", model.place(), action));
                }));
        plan.models().stream()
                .filter(model -> MessageRule.MOVED.containsKey(model.id()))
                .forEach(model -> model.elements()
                        .filter(element -> DATES.containsKey(element.id()))
                        .filter(element -> !date(element).equals(Optional.ofNullable(DATES.get(element.id()))))
                        .forEach(element -> findings.error(
                                "timer.date", model.place(element), DATES.getOrDefault(element.id(), ""))));
    }

    private static void collect(PlanModel plan, Model model, Set<String> done, Set<String> seen) {
        if (!seen.add(model.id())) {
            return;
        }
        model.of(Element.Kind.SERVICE)
                .forEach(step -> done.add(
                        step.node().attribute("camunda:expression").orElse("").replace(" ", "")));
        model.of(Element.Kind.CALL)
                .forEach(call -> plan.model(call.calls()).ifPresent(called -> collect(plan, called, done, seen)));
    }

    private static Optional<String> date(Element element) {
        return element.node()
                .all()
                .filter(node -> node.is(Spaces.BPMN, "timeDate"))
                .map(node -> node.text().replaceAll("\\s", ""))
                .findFirst();
    }
}
