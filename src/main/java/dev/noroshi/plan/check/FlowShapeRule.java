package dev.noroshi.plan.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every arrow leads from one box to another, every box goes on, and every question has an answer for all cases. */
final class FlowShapeRule implements Rule {

    @Override
    public void look(PlanModel plan, Findings findings) {
        for (Model model : plan.models()) {
            for (Scope scope : model.scope().all()) {
                new Look(model, scope, findings).look();
            }
        }
    }

    private record Look(Model model, Scope scope, Findings findings) {

        private void look() {
            Place place = Place.of(model.file(), scope.node());
            long starts = scope.of(Element.Kind.START).count();
            if (starts != 1) {
                findings.error("flow.starts", place, starts);
            }
            if (scope.of(Element.Kind.END).findAny().isEmpty()) {
                findings.error("flow.no-end", place);
            }
            Set<String> drawn = new HashSet<>();
            scope.flows().forEach(flow -> {
                flow(flow);
                if (!drawn.add(flow.source() + " " + flow.target())) {
                    findings.error("flow.twice", Place.of(model.file(), flow.node()), flow.source(), flow.target());
                }
            });
            scope.elements().stream()
                    .filter(element -> !element.isEventSubProcess())
                    .forEach(this::element);
        }

        private void flow(Flow flow) {
            Place place = Place.of(model.file(), flow.node());
            if (scope.element(flow.source()).isEmpty()
                    || scope.element(flow.target()).isEmpty()) {
                findings.error("flow.dangling", place, flow.source(), flow.target());
                return;
            }
            boolean choice = scope.element(flow.source()).filter(Look::asks).isPresent();
            if (flow.condition().isPresent() && !choice) {
                findings.error("flow.condition-place", place);
            }
        }

        private static boolean asks(Element element) {
            return element.kind() == Element.Kind.EXCLUSIVE || element.kind() == Element.Kind.INCLUSIVE;
        }

        private void element(Element element) {
            List<Flow> outgoing = scope.outgoing(element);
            Place place = model.place(element);
            if (element.kind() == Element.Kind.END) {
                if (!outgoing.isEmpty()) {
                    findings.error("flow.after-end", place);
                }
                return;
            }
            if (outgoing.isEmpty()) {
                findings.error("flow.dead-end", place);
            }
            boolean entered = element.kind() == Element.Kind.START || element.kind() == Element.Kind.BOUNDARY;
            if (entered && !scope.incoming(element).isEmpty()) {
                findings.error("flow.before-start", place);
            }
            if (asks(element)) {
                question(element, outgoing, place);
            }
            if (element.kind() == Element.Kind.EVENT_BASED) {
                events(outgoing, place);
            }
        }

        private void question(Element element, List<Flow> outgoing, Place place) {
            String usual = element.defaultFlow();
            boolean conditional = outgoing.size() > 1
                    || outgoing.stream().anyMatch(flow -> flow.condition().isPresent());
            if (conditional && outgoing.stream().noneMatch(flow -> flow.id().equals(usual))) {
                findings.error("flow.default", place);
            }
            for (Flow flow : outgoing) {
                boolean asked = flow.condition().isPresent();
                Place at = Place.of(model.file(), flow.node());
                if (flow.id().equals(usual) && asked) {
                    findings.error("flow.default-condition", at);
                } else if (!flow.id().equals(usual) && !asked && outgoing.size() > 1) {
                    findings.error("flow.condition", at, element.label());
                }
            }
        }

        private void events(List<Flow> outgoing, Place place) {
            boolean all = outgoing.stream()
                    .allMatch(flow -> scope.element(flow.target())
                            .filter(next -> next.kind() == Element.Kind.CATCH)
                            .filter(next -> scope.incoming(next).size() == 1)
                            .isPresent());
            if (!all || outgoing.size() < 2) {
                findings.error("flow.events", place);
            }
        }
    }
}
