package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the process in a BPMN file. */
final class ModelReader {

    private final String file;
    private final XmlNode root;
    private final Map<String, String> messages;
    private final Map<String, String> errors;

    ModelReader(String file, XmlNode root) {
        this.file = file;
        this.root = root;
        messages = names("message", "name");
        errors = names("error", "errorCode");
    }

    private Map<String, String> names(String tag, String attribute) {
        return root.children(Spaces.BPMN, tag)
                .collect(Collectors.toMap(
                        XmlNode::id, node -> node.attribute(attribute).orElse(""), (first, second) -> first));
    }

    List<Model> models() {
        return root.children(Spaces.BPMN, "process")
                .map(process -> new Model(file, root, scope(process)))
                .toList();
    }

    private Scope scope(XmlNode holder) {
        List<Element> elements = new ArrayList<>();
        List<Flow> flows = new ArrayList<>();
        for (XmlNode child : holder.children()) {
            Element.Kind.of(child).ifPresent(kind -> elements.add(element(child, kind)));
            if (child.is(Spaces.BPMN, "sequenceFlow")) {
                flows.add(new Flow(child));
            }
        }
        return new Scope(holder, elements, flows);
    }

    private Element element(XmlNode node, Element.Kind kind) {
        @Nullable Scope inside = kind == Element.Kind.SUB_PROCESS ? scope(node) : null;
        Optional<XmlNode> definition = node.children().stream()
                .filter(child ->
                        child.space().equals(Spaces.BPMN) && child.name().endsWith("EventDefinition"))
                .findFirst();
        if (definition.isEmpty()) {
            return new Element(node, kind, Element.Trigger.NONE, "", inside);
        }
        return new Element(node, kind, trigger(definition.get()), reference(definition.get()), inside);
    }

    private static Element.Trigger trigger(XmlNode definition) {
        return switch (definition.name()) {
            case "messageEventDefinition" -> Element.Trigger.MESSAGE;
            case "timerEventDefinition" -> Element.Trigger.TIMER;
            case "errorEventDefinition" -> Element.Trigger.ERROR;
            case "terminateEventDefinition" -> Element.Trigger.TERMINATE;
            default -> Element.Trigger.OTHER;
        };
    }

    private String reference(XmlNode definition) {
        String message = definition.attribute("messageRef").orElse("");
        String error = definition.attribute("errorRef").orElse("");
        return messages.getOrDefault(message, errors.getOrDefault(error, ""));
    }
}
