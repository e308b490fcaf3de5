package dev.noroshi.plan.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The elements and attributes that a plan's files may use; whatever is not here, an engine might run. */
final class AllowedWords {

    private static final Set<String> PICTURE = Set.of("bpmndi", "dmndi", "dc", "di", "biodi");
    private static final Set<String> PICTURE_ATTRIBUTES = Set.of(
            "id",
            "name",
            "bpmnElement",
            "dmnElementRef",
            "x",
            "y",
            "width",
            "height",
            "isHorizontal",
            "isExpanded",
            "isMarkerVisible",
            "isMessageVisible",
            "isCollapsed",
            "isListedInputData",
            "useAlternativeInputDataShape",
            "isBold",
            "isItalic",
            "isUnderline",
            "isStrikeThrough",
            "size",
            "fontName",
            "labelStyle",
            "resolution",
            "documentation",
            "messageVisibleKind",
            "choreographyActivityShape",
            "participantBandKind",
            "sourceElement",
            "targetElement",
            "horizontal",
            "off",
            "kind");

    private static final String ASYNC = " camunda:asyncBefore camunda:asyncAfter camunda:exclusive";
    private static final String TEMPLATE =
            " camunda:modelerTemplate camunda:modelerTemplateVersion camunda:modelerTemplateIcon";

    private static final Map<String, Set<String>> BPMN = words(
            "definitions: id name targetNamespace expressionLanguage typeLanguage exporter exporterVersion"
                    + " modeler:executionPlatform modeler:executionPlatformVersion xsi:schemaLocation",
            "process: id name isExecutable isClosed processType camunda:historyTimeToLive camunda:versionTag"
                    + " camunda:isStartableInTasklist" + TEMPLATE,
            "documentation: id textFormat",
            "extensionElements:",
            "incoming:",
            "outgoing:",
            "startEvent: id name isInterrupting parallelMultiple" + ASYNC + TEMPLATE,
            "endEvent: id name" + ASYNC + TEMPLATE,
            "intermediateCatchEvent: id name parallelMultiple" + ASYNC + TEMPLATE,
            "intermediateThrowEvent: id name" + ASYNC + TEMPLATE,
            "boundaryEvent: id name attachedToRef cancelActivity parallelMultiple" + ASYNC + TEMPLATE,
            "userTask: id name default isForCompensation implementation completionQuantity startQuantity"
                    + " camunda:candidateGroups" + ASYNC + TEMPLATE,
            "serviceTask: id name default isForCompensation implementation completionQuantity startQuantity"
                    + " camunda:expression" + ASYNC + TEMPLATE,
            "callActivity: id name default isForCompensation completionQuantity startQuantity calledElement"
                    + " camunda:calledElementBinding" + ASYNC + TEMPLATE,
            "subProcess: id name default isForCompensation completionQuantity startQuantity triggeredByEvent" + ASYNC
                    + TEMPLATE,
            "exclusiveGateway: id name default gatewayDirection" + ASYNC + TEMPLATE,
            "parallelGateway: id name gatewayDirection" + ASYNC + TEMPLATE,
            "inclusiveGateway: id name default gatewayDirection" + ASYNC + TEMPLATE,
            "eventBasedGateway: id name gatewayDirection instantiate eventGatewayType" + ASYNC + TEMPLATE,
            "sequenceFlow: id name sourceRef targetRef isImmediate" + TEMPLATE,
            "conditionExpression: id xsi:type evaluatesToTypeRef",
            "messageEventDefinition: id name messageRef",
            "timerEventDefinition: id name",
            "errorEventDefinition: id name errorRef",
            "terminateEventDefinition: id name",
            "timeDate: id xsi:type",
            "message: id name itemRef" + TEMPLATE,
            "error: id name errorCode structureRef",
            "multiInstanceLoopCharacteristics: id isSequential behavior camunda:collection camunda:elementVariable"
                    + ASYNC,
            "textAnnotation: id textFormat",
            "text:",
            "association: id sourceRef targetRef associationDirection",
            "group: id name categoryValueRef",
            "category: id name",
            "categoryValue: id value",
            "laneSet: id name",
            "lane: id name",
            "flowNodeRef:",
            "collaboration: id name isClosed",
            "participant: id name processRef");

    private static final Map<String, Set<String>> CAMUNDA =
            words("properties:", "property: id name value", "in: businessKey source target");

    private static final Map<String, Set<String>> DMN = words(
            "definitions: id name namespace exporter exporterVersion modeler:executionPlatform"
                    + " modeler:executionPlatformVersion xsi:schemaLocation",
            "decision: id name camunda-dmn:historyTimeToLive camunda-dmn:versionTag",
            "decisionTable: id hitPolicy aggregation preferredOrientation outputLabel",
            "input: id label biodi:width camunda-dmn:inputVariable",
            "inputExpression: id typeRef expressionLanguage label",
            "inputValues: id",
            "output: id name label typeRef biodi:width",
            "outputValues: id",
            "rule: id label",
            "inputEntry: id expressionLanguage label",
            "outputEntry: id expressionLanguage label",
            "annotation: name",
            "annotationEntry:",
            "description:",
            "variable: id name typeRef",
            "inputData: id name",
            "text:",
            "textAnnotation: id textFormat",
            "association: id associationDirection",
            "sourceRef: href",
            "targetRef: href",
            "extensionElements:");

    private static final Map<String, Map<String, Set<String>>> BY_SPACE =
            Map.of(Spaces.BPMN, BPMN, Spaces.CAMUNDA, CAMUNDA, Spaces.DMN, DMN);

    private AllowedWords() {}

    private static Map<String, Set<String>> words(String... lines) {
        Map<String, Set<String>> words = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split(":", 2);
            Set<String> attributes =
                    new TreeSet<>(Arrays.asList(parts[1].strip().split(" ")));
            words.put(parts[0], Set.copyOf(attributes));
        }
        return Map.copyOf(words);
    }

    static boolean element(XmlNode node) {
        return PICTURE.contains(node.space())
                || BY_SPACE.getOrDefault(node.space(), Map.of()).containsKey(node.name());
    }

    static boolean attribute(XmlNode node, String attribute) {
        if (PICTURE.contains(node.space())) {
            return PICTURE_ATTRIBUTES.contains(attribute)
                    || attribute.startsWith("bioc:")
                    || attribute.startsWith("color:");
        }
        return BY_SPACE.getOrDefault(node.space(), Map.of())
                .getOrDefault(node.name(), Set.of())
                .contains(attribute);
    }
}
