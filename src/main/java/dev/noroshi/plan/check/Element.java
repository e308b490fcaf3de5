package dev.noroshi.plan.check;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A box, circle or diamond of a model.
 *
 * @param reference the name of the message or the code of the error that it waits for or ends with; empty for any or none
 * @param inside what a sub-process holds
 */
record Element(
        XmlNode node,
        Kind kind,
        Trigger trigger,
        String reference,
        @Nullable Scope inside) {

    /** What it is, as far as the check needs to know. */
    enum Kind {
        START("startEvent"),
        END("endEvent"),
        CATCH("intermediateCatchEvent"),
        THROW("intermediateThrowEvent"),
        BOUNDARY("boundaryEvent"),
        USER("userTask"),
        SERVICE("serviceTask"),
        CALL("callActivity"),
        SUB_PROCESS("subProcess"),
        EXCLUSIVE("exclusiveGateway"),
        PARALLEL("parallelGateway"),
        INCLUSIVE("inclusiveGateway"),
        EVENT_BASED("eventBasedGateway");

        private final String tag;

        Kind(String tag) {
            this.tag = tag;
        }

        static Optional<Kind> of(XmlNode node) {
            return Arrays.stream(values())
                    .filter(kind -> node.is(Spaces.BPMN, kind.tag))
                    .findFirst();
        }
    }

    /** What an event waits for or does. */
    enum Trigger {
        NONE,
        MESSAGE,
        TIMER,
        ERROR,
        TERMINATE,
        /** Something that a plan may not use. */
        OTHER
    }

    String id() {
        return node.id();
    }

    /** What officials read in the picture. */
    String label() {
        return node.attribute("name")
                .map(name -> name.replaceAll("\\s+", " "))
                .filter(name -> !name.isBlank())
                .orElse(id());
    }

    boolean isEventSubProcess() {
        return kind == Kind.SUB_PROCESS
                && node.attribute("triggeredByEvent").orElse("").equals("true");
    }

    boolean isActivity() {
        return kind == Kind.USER || kind == Kind.SERVICE || kind == Kind.CALL || kind == Kind.SUB_PROCESS;
    }

    boolean isGateway() {
        return kind == Kind.EXCLUSIVE || kind == Kind.PARALLEL || kind == Kind.INCLUSIVE || kind == Kind.EVENT_BASED;
    }

    /** Whether a boundary or start event ends what it sits on. */
    boolean interrupts() {
        String attribute = kind == Kind.BOUNDARY ? "cancelActivity" : "isInterrupting";
        return !node.attribute(attribute).orElse("true").equals("false");
    }

    String attachedTo() {
        return node.attribute("attachedToRef").orElse("");
    }

    String defaultFlow() {
        return node.attribute("default").orElse("");
    }

    String calls() {
        return node.attribute("calledElement").orElse("");
    }

    boolean asyncBefore() {
        return node.attribute("camunda:asyncBefore").orElse("").equals("true");
    }

    /** Roles that may take it, as written. */
    List<String> roles() {
        return Arrays.stream(
                        node.attribute("camunda:candidateGroups").orElse("").split(","))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .toList();
    }

    /** Its extension properties. */
    Map<String, String> properties() {
        return properties(node);
    }

    static Map<String, String> properties(XmlNode node) {
        Map<String, String> properties = new LinkedHashMap<>();
        propertyNodes(node)
                .forEach(property -> properties.put(
                        property.attribute("name").orElse(""),
                        property.attribute("value").orElse("")));
        return properties;
    }

    static Stream<XmlNode> propertyNodes(XmlNode node) {
        return node.child(Spaces.BPMN, "extensionElements").stream()
                .flatMap(extensions -> extensions.children(Spaces.CAMUNDA, "properties"))
                .flatMap(all -> all.children(Spaces.CAMUNDA, "property"));
    }

    Optional<XmlNode> multiInstance() {
        return node.child(Spaces.BPMN, "multiInstanceLoopCharacteristics");
    }
}
