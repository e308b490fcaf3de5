package dev.noroshi.plan.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A second person's step names a first person's step of the model, which is always taken before: else nobody is kept from it. */
final class FourEyesRule implements Rule {

    @Override
    public void look(PlanModel plan, Findings findings) {
        for (Model model : plan.models()) {
            for (Scope scope : model.scope().all()) {
                scope.of(Element.Kind.USER).forEach(step -> look(model, scope, step, findings));
            }
        }
    }

    private static void look(Model model, Scope scope, Element step, Findings findings) {
        @Nullable String first = step.properties().get("fourEyes");
        if (first == null) {
            return;
        }
        if (first.equals(step.id())) {
            findings.error("task.four-eyes-itself", model.place(step));
        } else if (model.of(Element.Kind.USER).noneMatch(other -> other.id().equals(first))) {
            findings.error("task.four-eyes-unknown", model.place(step), first);
        } else if (reachedWithout(first, step, scope)) {
            String name = model.of(Element.Kind.USER)
                    .filter(other -> other.id().equals(first))
                    .findFirst()
                    .map(Element::label)
                    .orElse(first);
            findings.error("task.four-eyes-before", model.place(step), name);
        }
    }

    /** Whether a way leads to the step on which the first step is not completed. */
    private static boolean reachedWithout(String first, Element step, Scope scope) {
        Set<String> seen = new HashSet<>();
        Deque<Element> ahead = new ArrayDeque<>(scope.of(Element.Kind.START).toList());
        while (!ahead.isEmpty()) {
            Element here = ahead.pop();
            if (!seen.add(here.id())) {
                continue;
            }
            if (here.id().equals(step.id())) {
                return true;
            }
            Stream<Element> onward = here.id().equals(first)
                    ? Stream.empty()
                    : scope.outgoing(here).stream().flatMap(flow -> scope.element(flow.target()).stream());
            Stream.concat(onward, scope.boundaryEvents(here)).forEach(ahead::push);
        }
        return false;
    }
}
