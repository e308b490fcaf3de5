package dev.noroshi.plan.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whoever waits for a message is told one day, and what the application tells a plan is heard. */
final class MessageRule implements Rule {

    /** Timers that the application moves when facts change, by model. */
    static final Map<String, List<String>> MOVED = Map.of(
            "escalation",
            List.of("event_patienceEnds", "event_telephonePatienceEnds", "event_callAgain"),
            "external-report",
            List.of("event_deadlineNears", "event_nextReminder"),
            "follow-up",
            List.of("event_remind"));

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
        plan.models().forEach(model -> model.scope().all().forEach(scope -> once(model, scope, findings)));
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

    /** No two event sub-processes of a scope begin with the same. */
    private static void once(Model model, Scope scope, Findings findings) {
        Set<String> heard = new HashSet<>();
        scope.eventSubProcesses()
                .flatMap(side -> Optional.ofNullable(side.inside()).stream())
                .flatMap(inside -> inside.of(Element.Kind.START))
                .filter(start -> start.trigger() == Element.Trigger.MESSAGE || start.trigger() == Element.Trigger.ERROR)
                .filter(start -> !heard.add(start.trigger() + start.reference()))
                .forEach(start -> findings.error("message.twice", model.place(start), start.reference()));
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
