package dev.noroshi.plan.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whoever waits for a message is told one day, and what the application tells a plan is heard. */
final class MessageRule implements Rule {

    /** Timers that the application moves when facts change, by model. */
    static final Map<String, List<String>> MOVED = Map.of(
            "escalation",
            List.of("event_patienceEnds"),
            "external-report",
            List.of("event_deadlineNears", "event_nextReminder"));

    private final Catalogue catalogue;

    MessageRule(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void look(PlanModel plan, Findings findings) {
        Keys keys = Keys.of(plan);
        for (Model model : plan.models()) {
            model.elements()
                    .filter(element -> element.trigger() == Element.Trigger.MESSAGE)
                    .filter(element -> !sent(keys.of(model.id()).keys()).contains(element.reference()))
                    .forEach(element -> findings.error("message.unknown", model.place(element), element.reference()));
        }
        for (Catalogue.MessageWord message : catalogue.messages()) {
            plan.model(message.model())
                    .filter(model -> !model.awaited().contains(message.name()))
                    .ifPresent(model -> findings.error("message.unheard", model.place(), message.name()));
        }
        new TreeMap<>(MOVED)
                .forEach((name, timers) -> plan.model(name)
                        .ifPresent(model -> timers.stream()
                                .filter(timer -> model.elements().noneMatch(element -> isTimer(element, timer)))
                                .forEach(timer -> findings.error("timer.missing", model.place(), timer))));
    }

    /** Messages that a model under such a key may be told. */
    private Set<String> sent(Set<String> keys) {
        return catalogue.messages().stream()
                .filter(message -> keys.contains(Keys.STARTED.getOrDefault(message.model(), "")))
                .map(Catalogue.MessageWord::name)
                .collect(Collectors.toSet());
    }

    private static boolean isTimer(Element element, String id) {
        return element.id().equals(id) && element.trigger() == Element.Trigger.TIMER;
    }
}
