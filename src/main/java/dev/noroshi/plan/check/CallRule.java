package dev.noroshi.plan.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A phase is a model of the same edition, gets the key, and does not come back to itself. */
final class CallRule implements Rule {

    private static final Set<String> PHASES = Set.of("detect", "triage", "contain", "recover", "review");

    @Override
    public void look(PlanModel plan, Findings findings) {
        Keys keys = Keys.of(plan);
        for (Model model : plan.models()) {
            model.of(Element.Kind.CALL).forEach(call -> {
                call(plan, model, call, findings);
                phase(model, call, keys.of(model.id()), findings);
            });
        }
    }

    private static void call(PlanModel plan, Model model, Element call, Findings findings) {
        Place place = model.place(call);
        if (plan.model(call.calls()).isEmpty()) {
            findings.error("call.unknown", place, call.calls());
        } else if (reaches(plan, call.calls(), model.id(), new HashSet<>())) {
            findings.error("call.itself", place, call.calls());
        }
        if (!call.node().attribute("camunda:calledElementBinding").orElse("").equals("deployment")) {
            findings.error("call.binding", place);
        }
        List<XmlNode> given =
                call.node().all().filter(node -> node.is(Spaces.CAMUNDA, "in")).toList();
        String element = call.multiInstance()
                .flatMap(it -> it.attribute("camunda:elementVariable"))
                .orElse("key");
        if (given.stream()
                .map(in -> in.attribute("businessKey").orElse(""))
                .noneMatch(key -> key.equals("${key}") || key.equals("${" + element + "}"))) {
            findings.error("call.key", place);
        }
        given.stream().filter(in -> !allowed(call, in)).forEach(in -> findings.error("word.mapping", place, "in"));
    }

    private static void phase(Model model, Element call, Keys.Known keys, Findings findings) {
        String phase = call.properties().getOrDefault("phase", "");
        if (!phase.isEmpty() && !PHASES.contains(phase)) {
            findings.error("call.phase", model.place(call), phase);
        } else if (!phase.isEmpty() && !keys.hasPhases()) {
            findings.error("call.phase-place", model.place(call), phase);
        }
    }

    /** The key, or the element of the multi-instance under its own name. */
    private static boolean allowed(Element call, XmlNode in) {
        if (in.attribute("businessKey").isPresent()) {
            return in.attributes().size() == 1;
        }
        Optional<String> element = call.multiInstance().flatMap(it -> it.attribute("camunda:elementVariable"));
        return element.isPresent()
                && in.attribute("source").equals(element)
                && in.attribute("target").equals(element);
    }

    private static boolean reaches(PlanModel plan, String from, String to, Set<String> seen) {
        if (from.equals(to)) {
            return true;
        }
        return seen.add(from)
                && plan.model(from).stream()
                        .flatMap(model -> model.of(Element.Kind.CALL))
                        .anyMatch(call -> reaches(plan, call.calls(), to, seen));
    }
}
