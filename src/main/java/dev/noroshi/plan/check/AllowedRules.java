package dev.noroshi.plan.check;

import java.util.Map;

/** Nothing but what is known: elements, attributes, and expressions only where the engine is meant to evaluate one. */
final class AllowedRules {

    private static final Map<String, String> ELEMENTS = Map.of(
            "scriptTask", "word.script",
            "script", "word.script",
            "executionListener", "word.listener",
            "taskListener", "word.listener",
            "connector", "word.connector",
            "inputOutput", "word.mapping",
            "out", "word.mapping",
            "task", "task.plain",
            "manualTask", "task.plain");

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "camunda:class", "word.java",
            "camunda:delegateExpression", "word.java",
            "camunda:resultVariable", "word.variable",
            "camunda:variableMappingClass", "word.java",
            "camunda:variableMappingDelegateExpression", "word.java",
            "camunda:assignee", "task.person",
            "camunda:candidateUsers", "task.person",
            "camunda:dueDate", "task.due",
            "camunda:followUpDate", "task.due");

    private final Findings findings;

    AllowedRules(Findings findings) {
        this.findings = findings;
    }

    void look(String file, XmlNode root) {
        root.all().forEach(node -> node(file, node));
    }

    private void node(String file, XmlNode node) {
        Place place = Place.of(file, node);
        if (!AllowedWords.element(node)) {
            findings.error(ELEMENTS.getOrDefault(node.name(), "xml.element"), place, node.name());
            return;
        }
        if (node.children(Spaces.CAMUNDA, "properties").count() > 1) {
            findings.error("property.lists", place);
        }
        node.attributes().forEach((name, value) -> {
            if (!AllowedWords.attribute(node, name)) {
                findings.error(ATTRIBUTES.getOrDefault(name, "xml.attribute"), place, name, value);
            } else if (name.equals("xsi:type") && !value.matches("([\\w.-]+:)?tFormalExpression")) {
                findings.error("xml.attribute", place, name, value);
            } else if (hasExpression(value) && !Expressions.mayStandIn(node, name)) {
                findings.error("expression.place", place, value);
            }
        });
        if (hasExpression(node.text()) && !Expressions.mayStandIn(node)) {
            findings.error("expression.place", place, node.text());
        }
    }

    private static boolean hasExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }
}
