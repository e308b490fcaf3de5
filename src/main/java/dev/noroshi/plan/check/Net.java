package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scope with its elements and arrows numbered. A state is a set of bits: arrows on which a token waits, elements at work,
 * events that a running step has had already, and whether the case is closed.
 */
final class Net {

    final List<Element> elements;
    final List<Flow> flows;
    private final Scope scope;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<Integer>> outgoing = new ArrayList<>();
    private final List<List<Integer>> incoming = new ArrayList<>();
    private final Map<Integer, Set<Integer>> ahead = new HashMap<>();

    /** @param scope one that has one start and no loose arrows */
    Net(Scope scope) {
        this.scope = scope;
        elements = scope.elements().stream()
                .filter(element -> !element.isEventSubProcess())
                .toList();
        flows = scope.flows();
        for (Element element : elements) {
            numbers.put(element.id(), numbers.size());
            outgoing.add(flows(flow -> flow.source().equals(element.id())));
            incoming.add(flows(flow -> flow.target().equals(element.id())));
        }
    }

    private List<Integer> flows(Predicate<Flow> wanted) {
        return Stream.iterate(0, i -> i < flows.size(), i -> i + 1)
                .filter(i -> wanted.test(flows.get(i)))
                .toList();
    }

    /** Whether the scope can be played: one start, no loose arrows. */
    static boolean playable(Scope scope) {
        return scope.of(Element.Kind.START).count() == 1
                && scope.flows().stream()
                        .allMatch(flow -> scope.element(flow.source())
                                        .filter(it -> !it.isEventSubProcess())
                                        .isPresent()
                                && scope.element(flow.target())
                                        .filter(it -> !it.isEventSubProcess())
                                        .isPresent());
    }

    int number(Element element) {
        return Objects.requireNonNull(numbers.get(element.id()));
    }

    int target(int flow) {
        return Objects.requireNonNull(numbers.get(flows.get(flow).target()));
    }

    List<Integer> outgoing(int element) {
        return outgoing.get(element);
    }

    List<Integer> incoming(int element) {
        return incoming.get(element);
    }

    List<Element> boundaryEvents(int host) {
        return scope.boundaryEvents(elements.get(host)).toList();
    }

    int start() {
        return number(scope.of(Element.Kind.START).findFirst().orElseThrow());
    }

    /** The bit of an element at work. */
    int atWork(int element) {
        return flows.size() + element;
    }

    /** The bit of an event on a step's edge that has come already. */
    int came(Element event) {
        return flows.size() + elements.size() + number(event);
    }

    int closed() {
        return flows.size() + 2 * elements.size();
    }

    /** Whether anything is still to be done. */
    boolean isEmpty(BitSet state) {
        int first = state.nextSetBit(0);
        return first < 0 || first >= flows.size() + elements.size();
    }

    /** Whether tokens that arrive at an element wait there for others. */
    boolean joins(int element) {
        Element.Kind kind = elements.get(element).kind();
        return (kind == Element.Kind.PARALLEL || kind == Element.Kind.INCLUSIVE)
                && incoming.get(element).size() > 1;
    }

    /** Elements that a token at work at an element or waiting before it can still come to. */
    Set<Integer> ahead(int element) {
        @Nullable Set<Integer> known = ahead.get(element);
        if (known == null) {
            known = search(element);
            ahead.put(element, known);
        }
        return known;
    }

    private Set<Integer> search(int element) {
        Set<Integer> ahead = new HashSet<>();
        List<Integer> open = new ArrayList<>(List.of(element));
        while (!open.isEmpty()) {
            int next = open.remove(open.size() - 1);
            boundaryEvents(next).forEach(event -> {
                if (ahead.add(number(event))) {
                    open.add(number(event));
                }
            });
            for (int flow : outgoing.get(next)) {
                if (ahead.add(target(flow))) {
                    open.add(target(flow));
                }
            }
        }
        return ahead;
    }
}
