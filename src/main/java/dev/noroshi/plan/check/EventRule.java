package dev.noroshi.plan.check;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Every event waits for or does what such an event can, and work that may fail is tried again. */
final class EventRule implements Rule {

    private static final Set<Element.Trigger> WAITING =
            EnumSet.of(Element.Trigger.MESSAGE, Element.Trigger.TIMER, Element.Trigger.ERROR);

    @Override
    public void look(PlanModel plan, Findings findings) {
        for (Model model : plan.models()) {
            for (Scope scope : model.scope().all()) {
                scope.elements().forEach(element -> event(model, scope, element, findings));
            }
            model.elements().forEach(element -> async(model, element, findings));
            model.elements()
                    .flatMap(element -> element.multiInstance().stream())
                    .forEach(multi -> multi(model, multi, findings));
        }
    }

    private static void event(Model model, Scope scope, Element element, Findings findings) {
        if (!allowed(model, scope, element).contains(element.trigger()) || several(element)) {
            findings.error("event.kind", model.place(element), triggers(element));
        } else if (element.trigger() == Element.Trigger.MESSAGE
                && element.reference().isEmpty()) {
            findings.error("message.nameless", model.place(element));
        } else if (element.trigger() == Element.Trigger.TIMER && !dated(element)) {
            findings.error("event.timer", model.place(element));
        } else if (element.trigger() == Element.Trigger.ERROR) {
            error(model, element, findings);
        }
        if (element.kind() == Element.Kind.BOUNDARY
                && !scope.element(element.attachedTo()).map(Element::isActivity).orElse(false)) {
            findings.error("event.attached", model.place(element), element.attachedTo());
        }
    }

    private static void error(Model model, Element element, Findings findings) {
        boolean named = element.kind() == Element.Kind.END
                || element.node()
                        .all()
                        .anyMatch(node -> node.attribute("errorRef").isPresent());
        if (named && element.reference().isEmpty()) {
            findings.error("event.error-code", model.place(element));
        }
        if (!element.interrupts()) {
            findings.error("event.error-interrupts", model.place(element));
        }
    }

    private static boolean dated(Element element) {
        return element.node()
                        .all()
                        .filter(node -> node.is(Spaces.BPMN, "timeDate"))
                        .count()
                == 1;
    }

    private static Set<Element.Trigger> allowed(Model model, Scope scope, Element element) {
        return switch (element.kind()) {
            case START -> isEventSubProcess(model, scope) ? WAITING : EnumSet.of(Element.Trigger.NONE);
            case END -> EnumSet.of(Element.Trigger.NONE, Element.Trigger.TERMINATE, Element.Trigger.ERROR);
            case CATCH -> EnumSet.of(Element.Trigger.MESSAGE, Element.Trigger.TIMER);
            case BOUNDARY -> WAITING;
            default -> EnumSet.of(Element.Trigger.NONE);
        };
    }

    private static boolean isEventSubProcess(Model model, Scope scope) {
        Optional<Element> holder =
                model.elements().filter(element -> element.inside() == scope).findFirst();
        return holder.map(Element::isEventSubProcess).orElse(false);
    }

    private static boolean several(Element element) {
        return element.node().children().stream()
                        .filter(child -> child.name().endsWith("EventDefinition"))
                        .count()
                > 1;
    }

    private static String triggers(Element element) {
        return element.node().children().stream()
                .map(XmlNode::name)
                .filter(name -> name.endsWith("EventDefinition"))
                .findFirst()
                .orElse("-");
    }

    private static void async(Model model, Element element, Findings findings) {
        boolean first =
                element.kind() == Element.Kind.START && model.scope().elements().contains(element);
        if ((first || element.kind() == Element.Kind.SERVICE) && !element.asyncBefore()) {
            findings.error("step.async", model.place(element));
        }
    }

    private static void multi(Model model, XmlNode multi, Findings findings) {
        String variable = multi.attribute("camunda:elementVariable").orElse("");
        if (!variable.matches("[a-z][A-Za-z0-9]*") || variable.equals("key")) {
            findings.error("multi.variable", Place.of(model.file(), multi), variable);
        }
    }
}
