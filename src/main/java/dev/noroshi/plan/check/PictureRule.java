package dev.noroshi.plan.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The picture shows the model: every box and arrow once, in a place, and nothing that is not there. */
final class PictureRule implements Rule {

    private static final String NUMBER = "-?[0-9]{1,6}(\\.[0-9]{1,9})?";

    @Override
    public void look(PlanModel plan, Findings findings) {
        for (Model model : plan.models()) {
            Set<String> drawn = drawn(model, findings);
            for (Scope scope : model.scope().all()) {
                scope.elements().stream()
                        .filter(element -> !drawn.contains(element.id()))
                        .forEach(element -> findings.warning("picture.missing", model.place(element)));
                scope.flows().stream()
                        .filter(flow -> !drawn.contains(flow.id()))
                        .forEach(flow -> findings.warning("picture.missing", Place.of(model.file(), flow.node())));
            }
        }
    }

    private static Set<String> drawn(Model model, Findings findings) {
        Set<String> known = model.definitions()
                .all()
                .filter(node -> node.space().equals(Spaces.BPMN))
                .map(XmlNode::id)
                .collect(Collectors.toSet());
        Set<String> drawn = new HashSet<>();
        model.definitions()
                .all()
                .filter(node -> node.space().equals("bpmndi"))
                .filter(node -> Set.of("BPMNShape", "BPMNEdge", "BPMNPlane").contains(node.name()))
                .forEach(node -> {
                    Optional<String> of = node.attribute("bpmnElement");
                    if (of.isEmpty() || !known.contains(of.get())) {
                        findings.error("picture.unknown", Place.of(model.file(), node), of.orElse("-"));
                    } else if (!placed(node)) {
                        findings.error("picture.place", Place.of(model.file(), node), of.get());
                    }
                    of.ifPresent(drawn::add);
                });
        return drawn;
    }

    private static boolean placed(XmlNode node) {
        return switch (node.name()) {
            case "BPMNShape" ->
                node.child("dc", "Bounds")
                        .map(bounds -> numbers(bounds, "x", "y", "width", "height"))
                        .orElse(false);
            case "BPMNEdge" ->
                node.children("di", "waypoint").count() >= 2
                        && node.children("di", "waypoint").allMatch(point -> numbers(point, "x", "y"));
            default -> true;
        };
    }

    private static boolean numbers(XmlNode node, String... names) {
        for (String name : names) {
            if (!node.attribute(name).orElse("").matches(NUMBER)) {
                return false;
            }
        }
        return true;
    }
}
