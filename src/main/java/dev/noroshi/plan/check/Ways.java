package dev.noroshi.plan.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shortest way to an element along the arrows. */
final class Ways {

    private Ways() {}

    /** Names from the start to the element, both included; the element alone when no way leads there. */
    static List<String> to(Scope scope, Element wanted) {
        Map<String, String> before = new HashMap<>();
        Deque<Element> open = new ArrayDeque<>();
        scope.of(Element.Kind.START).forEach(start -> {
            before.put(start.id(), "");
            open.add(start);
        });
        while (!open.isEmpty() && !before.containsKey(wanted.id())) {
            Element at = open.remove();
            scope.boundaryEvents(at).forEach(event -> step(before, open, at, Optional.of(event)));
            scope.outgoing(at).forEach(flow -> step(before, open, at, scope.element(flow.target())));
        }
        List<String> way = new ArrayList<>();
        for (@Nullable String id = wanted.id(); id != null && !id.isEmpty(); id = before.get(id)) {
            scope.element(id).filter(element -> !element.isGateway()).ifPresent(element -> way.add(element.label()));
        }
        Collections.reverse(way);
        return way;
    }

    private static void step(Map<String, String> before, Deque<Element> open, Element at, Optional<Element> next) {
        next.filter(element -> !before.containsKey(element.id())).ifPresent(element -> {
            before.put(element.id(), at.id());
            open.add(element);
        });
    }
}
