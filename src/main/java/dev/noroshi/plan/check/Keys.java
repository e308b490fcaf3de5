package dev.noroshi.plan.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the key names in each model, and which elements of a multi-instance it sees: handed on from caller to called. */
final class Keys {

    /** Models that the application starts, and under what key. */
    static final Map<String, String> STARTED =
            Map.of("incident-response", "incident", "external-report", "report", "escalation", "call");

    /** @param variables elements of multi-instances */
    record Known(Set<String> keys, Set<String> variables) {
        private Known() {
            this(new HashSet<>(), new HashSet<>());
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
            if (passes(call)) {
                more |= there.variables().addAll(here.variables());
            }
        }
        return more;
    }

    private static boolean passes(Element call) {
        return call.node()
                .all()
                .anyMatch(node -> node.is(Spaces.CAMUNDA, "in")
                        && node.attribute("source").isPresent());
    }
}
