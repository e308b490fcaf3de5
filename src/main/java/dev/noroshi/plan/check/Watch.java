package dev.noroshi.plan.check;

import java.util.Set;
import java.util.function.Predicate;

/**
 * What a game looks for besides where a plan sticks.
 *
 * @param marks steps after which the mark is set for the rest of the case
 * @param needs steps that may not be taken without the mark: there the way ends in {@link Outcome#UNMARKED}
 * @param open arrows behind a choice that can be taken at all
 */
record Watch(Predicate<Element> marks, Predicate<Element> needs, Predicate<Flow> open) {

    /** Whether the case is closed; every choice is free. */
    static final Watch CLOSED =
            new Watch(element -> Moves.CLOSING.contains(expression(element)), element -> false, flow -> true);

    /** What a service task calls, without blanks. */
    static String expression(Element element) {
        return element.node().attribute("camunda:expression").orElse("").replace(" ", "");
    }

    /** Ways to the end of a case as an incident, which need the mark. */
    static Watch beforeClosing(Predicate<Element> marks, Predicate<Flow> open) {
        Set<String> closing = Set.of("${incident.close(key)}");
        return new Watch(marks, element -> closing.contains(expression(element)), open);
    }
}
