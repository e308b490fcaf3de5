package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a process or sub-process holds. */
record Scope(XmlNode node, List<Element> elements, List<Flow> flows) {

    Scope {
        elements = List.copyOf(elements);
        flows = List.copyOf(flows);
    }

    Optional<Element> element(String id) {
        return elements.stream().filter(element -> element.id().equals(id)).findFirst();
    }

    List<Flow> outgoing(Element element) {
        return flows.stream().filter(flow -> flow.source().equals(element.id())).toList();
    }

    List<Flow> incoming(Element element) {
        return flows.stream().filter(flow -> flow.target().equals(element.id())).toList();
    }

    Stream<Element> of(Element.Kind kind) {
        return elements.stream().filter(element -> element.kind() == kind);
    }

    Stream<Element> boundaryEvents(Element host) {
        return of(Element.Kind.BOUNDARY).filter(event -> event.attachedTo().equals(host.id()));
    }

    Stream<Element> eventSubProcesses() {
        return elements.stream().filter(Element::isEventSubProcess);
    }

    /** Itself and the scopes of all sub-processes. */
    List<Scope> all() {
        List<Scope> all = new ArrayList<>(List.of(this));
        for (Element element : elements) {
            Optional.ofNullable(element.inside()).ifPresent(inside -> all.addAll(inside.all()));
        }
        return all;
    }
}
