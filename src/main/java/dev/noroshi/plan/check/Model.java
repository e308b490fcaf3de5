package dev.noroshi.plan.check;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process of the plan, with the file that holds it. */
record Model(String file, XmlNode definitions, Scope scope) {

    String id() {
        return scope.node().id();
    }

    Stream<Element> elements() {
        return scope.all().stream().flatMap(inside -> inside.elements().stream());
    }

    Stream<Element> of(Element.Kind kind) {
        return elements().filter(element -> element.kind() == kind);
    }

    /** Messages that something in it waits for. */
    Set<String> awaited() {
        return elements()
                .filter(element -> element.trigger() == Element.Trigger.MESSAGE)
                .map(Element::reference)
                .collect(Collectors.toSet());
    }

    Place place(Element element) {
        return Place.of(file, element.node());
    }

    Place place() {
        return Place.of(file, scope.node());
    }
}
