package dev.noroshi.plan.check;

import java.util.Set;

/** Where in a model the engine evaluates what a plan may write there. */
final class Expressions {

    private static final Set<String> TEXTS = Set.of("conditionExpression", "timeDate");

    private Expressions() {}

    /** The text of an element; a note beside the picture is read by people alone. */
    static boolean mayStandIn(XmlNode node) {
        return node.space().equals(Spaces.BPMN) && TEXTS.contains(node.name());
    }

    static boolean mayStandIn(XmlNode node, String attribute) {
        return switch (attribute) {
            case "camunda:expression" -> node.is(Spaces.BPMN, "serviceTask");
            case "camunda:collection" -> node.is(Spaces.BPMN, "multiInstanceLoopCharacteristics");
            case "businessKey" -> node.is(Spaces.CAMUNDA, "in");
            default -> false;
        };
    }
}
