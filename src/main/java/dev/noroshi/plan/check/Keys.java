package dev.noroshi.plan.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the key names in each model, and which elements of a multi-instance it sees: handed on from caller to called. */
final class Keys {

    /** Models that the application starts, and under what key. */
    static final Map<String, String> STARTED = Map.of(
            "incident-response",
            "incident",
            "external-report",
            "report",
            "escalation",
            "call",
            "follow-up",
            "measure",
            "roster-confirmation",
            "roster");

    /** The one key that belongs to no case. */
    private static final String ROSTER = "roster";

    private static final String SEGMENT = "segment";

    /** @param variables elements of multi-instances */
    record Known(Set<String> keys, Set<String> variables) {
        private Known() {
            this(new HashSet<>(), new HashSet<>());
        }

        /** Whether a word may be asked here; one of a segment also of the whole case. */
        boolean fits(String key) {
            return !mixed() && (keys.contains(key) || key.equals(SEGMENT) && keys.contains("incident"));
        }

        /** Whether a form may ask here, by what it is about; one of a case wherever something of a case runs. */
        boolean asks(String of) {
            return !mixed() && (of.equals("incident") ? !keys.contains(ROSTER) : keys.contains(of));
        }

        /** Whether a phase of a case may begin here. */
        boolean hasPhases() {
            return !keys.contains(ROSTER);
        }

        /** Runs for the roster and for something of a case: nothing can be asked that both have. */
        private boolean mixed() {
            return keys.contains(ROSTER) && keys.size() > 1;
        }
    }

    private final Map<String, Known> byModel = new HashMap<>();

    private Keys() {}

    static Keys of(PlanModel plan) {
        Keys keys = new Keys();
        STARTED.forEach((model, key) -> keys.of(model).keys().add(key));
        boolean more = true;
        while (more) {
            more = false;
            for (Model model : plan.models()) {
                more |= keys.handOn(model);
            }
        }
        return keys;
    }

    /** A model that nobody starts knows nothing, and cannot name anything wrong. */
    Known of(String model) {
        return byModel.computeIfAbsent(model, absent -> new Known());
    }

    private boolean handOn(Model model) {
        Known here = of(model.id());
        model.scope()
                .node()
                .all()
                .forEach(node -> node.attribute("camunda:elementVariable").ifPresent(here.variables()::add));
        boolean more = false;
        for (Element call : model.of(Element.Kind.CALL).toList()) {
            Known there = of(call.calls());
            more |= there.keys().addAll(here.keys());
            if (byElement(call)) {
                more |= there.keys().add(SEGMENT);
            }
            if (passes(call)) {
                more |= there.variables().addAll(here.variables());
            }
        }
        return more;
    }

    /** Whether it is called once for each segment, under the segment's key. */
    private static boolean byElement(Element call) {
        return call.multiInstance()
                .flatMap(it -> it.attribute("camunda:elementVariable"))
                .filter(element -> call.node()
                        .all()
                        .anyMatch(node -> node.attribute("businessKey")
                                .filter(("${" + element + "}")::equals)
                                .isPresent()))
                .isPresent();
    }

    private static boolean passes(Element call) {
        return call.node()
                .all()
                .anyMatch(node -> node.is(Spaces.CAMUNDA, "in")
                        && node.attribute("source").isPresent());
    }
}
