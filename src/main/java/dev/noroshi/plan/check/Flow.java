package dev.noroshi.plan.check;

import java.util.Optional;

/** An arrow of a model. */
record Flow(XmlNode node) {

    String id() {
        return node.id();
    }

    String source() {
        return node.attribute("sourceRef").orElse("");
    }

    String target() {
        return node.attribute("targetRef").orElse("");
    }

    Optional<XmlNode> condition() {
        return node.child(Spaces.BPMN, "conditionExpression");
    }
}
