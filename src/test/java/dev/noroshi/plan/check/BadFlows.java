package dev.noroshi.plan.check;

import java.util.List;

/** Plans that stick, run twice or never end. */
final class BadFlows {

    private static final String RESPONSE = "incident-response.bpmn";

    private BadFlows() {}

    static List<BadPlan> all() {
        return List.of(
                BadPlan.of(
                        "an island",
                        "flow.unreachable",
                        "detect.bpmn",
                        "userTask_broadcast",
                        plan -> plan.replace(
                                "detect.bpmn", "<bpmn:endEvent", step("userTask_broadcast") + "<bpmn:endEvent")),
                BadPlan.of(
                        "an island within a phase",
                        "flow.unreachable",
                        "contain.bpmn",
                        "userTask_detachSegment",
                        plan -> plan.replace(
                                "contain.bpmn",
                                "targetRef=\"userTask_detachSegment\"",
                                "targetRef=\"endEvent_contained\"")),
                BadPlan.of(
                        "a dead end",
                        "flow.dead-end",
                        "detect.bpmn",
                        "userTask_receive",
                        plan -> plan.cut("detect.bpmn", "<bpmn:sequenceFlow id=\"flow_receiveToReceived\"", "/>", "")),
                BadPlan.of(
                        "an arrow to nowhere",
                        "flow.dangling",
                        "detect.bpmn",
                        "flow_receiveToReceived",
                        plan -> plan.replace(
                                "detect.bpmn", "targetRef=\"endEvent_received\"", "targetRef=\"endEvent_gone\"")),
                BadPlan.of(
                        "a join of exclusive ways",
                        "flow.join-waits",
                        "recover.bpmn",
                        "gateway_declared",
                        plan -> plan.put(
                                "recover.bpmn",
                                gateway(plan.text("recover.bpmn"), "gateway_declared", "exclusive", "parallel"))),
                BadPlan.of(
                        "a join with an arrow too many",
                        "flow.join-waits",
                        RESPONSE,
                        "gateway_join",
                        plan -> plan.put(
                                        RESPONSE,
                                        gateway(plan.text(RESPONSE), "gateway_fork", "parallel", "exclusive")
                                                .replace(
                                                        "<bpmn:exclusiveGateway id=\"gateway_fork\"",
                                                        "<bpmn:exclusiveGateway id=\"gateway_fork\" default=\"flow_forkToReport\""))
                                .inside(RESPONSE, "flow_forkToContain", condition())
                                .inside(RESPONSE, "flow_forkToPreserveEvidence", condition())),
                BadPlan.of(
                        "two tokens after a fork",
                        "flow.two-tokens",
                        RESPONSE,
                        "callActivity_recover",
                        plan -> plan.put(
                                RESPONSE, gateway(plan.text(RESPONSE), "gateway_join", "parallel", "exclusive"))),
                BadPlan.of(
                        "two tokens from one box",
                        "flow.two-tokens",
                        "detect.bpmn",
                        "userTask_receive",
                        plan -> plan.replace(
                                "detect.bpmn",
                                "<bpmn:sequenceFlow id=\"flow_receiveToReceived\"",
                                "<bpmn:sequenceFlow id=\"flow_short\" sourceRef=\"serviceTask_tellAtOnce\" targetRef=\"userTask_receive\" /><bpmn:sequenceFlow id=\"flow_receiveToReceived\"")),
                BadPlan.of(
                        "an event that does not interrupt",
                        "flow.two-tokens",
                        "recover.bpmn",
                        "userTask_declareEnd",
                        plan -> plan.replace(
                                "recover.bpmn",
                                "attachedToRef=\"userTask_observe\"",
                                "cancelActivity=\"false\" attachedToRef=\"userTask_observe\"")),
                BadPlan.of(
                        "a loop without a way out",
                        "flow.loop",
                        "review.bpmn",
                        "userTask_planPrevention",
                        plan -> plan.put(
                                "review.bpmn",
                                plan.text("review.bpmn")
                                        .replace(
                                                "targetRef=\"endEvent_reviewed\"",
                                                "targetRef=\"userTask_planPrevention\""))),
                BadPlan.of(
                        "a question without a last resort",
                        "flow.default",
                        "triage.bpmn",
                        "gateway_needsSecondPerson",
                        plan -> plan.replace("triage.bpmn", " default=\"flow_needsSecondPersonNo\"", "")),
                BadPlan.of(
                        "an arrow without a condition",
                        "flow.condition",
                        "triage.bpmn",
                        "flow_needsSecondPersonYes",
                        plan -> plan.cut(
                                "triage.bpmn", "<bpmn:conditionExpression", "</bpmn:conditionExpression>", "")),
                BadPlan.of(
                        "a condition on the default flow",
                        "flow.default-condition",
                        "triage.bpmn",
                        "flow_needsSecondPersonNo",
                        plan -> plan.inside("triage.bpmn", "flow_needsSecondPersonNo", condition())),
                BadPlan.of(
                        "a condition after a step",
                        "flow.condition-place",
                        "detect.bpmn",
                        "flow_receiveToReceived",
                        plan -> plan.inside("detect.bpmn", "flow_receiveToReceived", condition())),
                BadPlan.of(
                        "no start",
                        "flow.starts",
                        "detect.bpmn",
                        "detect",
                        plan -> plan.cut("detect.bpmn", "<bpmn:startEvent", "</bpmn:startEvent>", "")),
                BadPlan.of(
                        "no end",
                        "flow.no-end",
                        "detect.bpmn",
                        "detect",
                        plan -> plan.cut("detect.bpmn", "<bpmn:endEvent", "</bpmn:endEvent>", "")),
                BadPlan.of(
                        "an arrow back out of the end",
                        "flow.after-end",
                        "detect.bpmn",
                        "endEvent_received",
                        plan -> plan.replace(
                                "detect.bpmn",
                                "<bpmn:sequenceFlow id=\"flow_receiveToReceived\"",
                                "<bpmn:sequenceFlow id=\"flow_back\" sourceRef=\"endEvent_received\" targetRef=\"userTask_receive\" /><bpmn:sequenceFlow id=\"flow_receiveToReceived\"")),
                BadPlan.of(
                        "an arrow into the start",
                        "flow.before-start",
                        "detect.bpmn",
                        "startEvent_reported",
                        plan -> plan.replace(
                                "detect.bpmn",
                                "sourceRef=\"userTask_receive\" targetRef=\"endEvent_received\"",
                                "sourceRef=\"userTask_receive\" targetRef=\"startEvent_reported\"")),
                BadPlan.of(
                        "an error that nobody catches",
                        "flow.error-uncaught",
                        RESPONSE,
                        "endEvent_withdrawalApproved",
                        plan -> plan.cut(
                                RESPONSE, "<bpmn:subProcess id=\"subProcess_withdrawn\"", "</bpmn:subProcess>", "")),
                BadPlan.of(
                        "an event for an error that never comes",
                        "flow.unreachable",
                        RESPONSE,
                        "subProcess_withdrawn",
                        plan -> plan.cut(
                                RESPONSE,
                                "<bpmn:errorEventDefinition id=\"endEvent_withdrawalApproved_error\"",
                                "/>",
                                "")),
                BadPlan.of(
                        "a case never closed",
                        "flow.not-closed",
                        RESPONSE,
                        "incident-response",
                        plan -> plan.replace(
                                RESPONSE,
                                "sourceRef=\"subProcess_respond\" targetRef=\"serviceTask_close\"",
                                "sourceRef=\"subProcess_respond\" targetRef=\"endEvent_closed\"")),
                BadPlan.of(
                        "an end that cuts others off",
                        "flow.cut-off",
                        "report.bpmn",
                        "endEvent_reported",
                        plan -> plan.replace(
                                        "report.bpmn",
                                        "sourceRef=\"gateway_cisoKnows\" targetRef=\"gateway_join\"",
                                        "sourceRef=\"gateway_cisoKnows\" targetRef=\"endEvent_reported\"")
                                .replace(
                                        "report.bpmn",
                                        "<bpmn:incoming>flow_joinToReported</bpmn:incoming>",
                                        "<bpmn:terminateEventDefinition id=\"terminate\" />")),
                BadPlan.of(
                        "the same arrow twice",
                        "flow.twice",
                        "detect.bpmn",
                        "flow_again",
                        plan -> plan.inside(
                                "detect.bpmn",
                                "detect",
                                "<bpmn:sequenceFlow id=\"flow_again\" sourceRef=\"userTask_receive\" targetRef=\"endEvent_received\" />")),
                BadPlan.of(
                        "an element without a name to call it by",
                        "id.missing",
                        "detect.bpmn",
                        "detect",
                        plan -> plan.replace("detect.bpmn", " id=\"userTask_receive\"", "")),
                BadPlan.of(
                        "a picture of what is not there",
                        "picture.unknown",
                        "detect.bpmn",
                        "userTask_receive_di",
                        plan -> plan.replace(
                                "detect.bpmn", "bpmnElement=\"userTask_receive\"", "bpmnElement=\"userTask_gone\"")),
                BadPlan.of(
                        "a box that nobody sees",
                        "picture.missing",
                        "detect.bpmn",
                        "userTask_receive",
                        plan -> plan.replace(
                                "detect.bpmn",
                                "bpmnElement=\"userTask_receive\"",
                                "bpmnElement=\"startEvent_reported\"")),
                BadPlan.of(
                        "a box without a place",
                        "picture.place",
                        "detect.bpmn",
                        "userTask_receive_di",
                        plan -> plan.cut(
                                "detect.bpmn",
                                "<bpmndi:BPMNShape id=\"userTask_receive_di\" bpmnElement=\"userTask_receive\">",
                                "/>",
                                "<bpmndi:BPMNShape id=\"userTask_receive_di\" bpmnElement=\"userTask_receive\">")),
                BadPlan.of(
                        "a reminder that nobody gets",
                        "word.required",
                        "external-report.bpmn",
                        "external-report",
                        plan -> plan.replace(
                                "external-report.bpmn", "${reporting.remind(key)}", "${reporting.begin(key)}")),
                BadPlan.of(
                        "nobody is told to confirm the roster",
                        "word.required",
                        "roster-confirmation.bpmn",
                        "roster-confirmation",
                        plan -> plan.replace(
                                "roster-confirmation.bpmn",
                                "${confirmation.remind(key)}",
                                "${confirmation.awaited(key)}")),
                BadPlan.of(
                        "a clock that shows another time",
                        "timer.date",
                        "escalation.bpmn",
                        "event_patienceEnds",
                        plan -> plan.replace(
                                "escalation.bpmn",
                                "event_patienceEnds_timer\">\n        <bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${escalation.patienceEnds(key)}",
                                "event_patienceEnds_timer\">\n        <bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${recovery.observationEnds(key)}")),
                BadPlan.of(
                        "a timer without a date",
                        "event.timer",
                        "recover.bpmn",
                        "event_observationEnds",
                        plan -> plan.cut("recover.bpmn", "<bpmn:timeDate", "</bpmn:timeDate>", "")),
                BadPlan.of(
                        "elements in another order",
                        "xml.schema",
                        "detect.bpmn",
                        "userTask_receive",
                        plan -> plan.inside(
                                "detect.bpmn", "userTask_receive", "<bpmn:documentation>後から</bpmn:documentation>")),
                BadPlan.of(
                        "waiting for events that are steps",
                        "flow.events",
                        "escalation.bpmn",
                        "gateway_wait",
                        plan -> plan.replace(
                                "escalation.bpmn",
                                "sourceRef=\"gateway_wait\" targetRef=\"event_absent\"",
                                "sourceRef=\"gateway_wait\" targetRef=\"gateway_notAnswered\"")));
    }

    private static String step(String id) {
        return "<bpmn:userTask id=\"" + id + "\" name=\"庁内放送\" camunda:candidateGroups=\"window\">"
                + "<bpmn:extensionElements><camunda:properties><camunda:property name=\"target\" value=\"receive\"/>"
                + "</camunda:properties></bpmn:extensionElements></bpmn:userTask>";
    }

    private static String condition() {
        return "<bpmn:conditionExpression>${triage.isIncident(key)}</bpmn:conditionExpression>";
    }

    /** Makes a gateway one of another kind. */
    private static String gateway(String model, String id, String from, String to) {
        String opening = "<bpmn:" + from + "Gateway id=\"" + id + "\"";
        int start = model.indexOf(opening);
        String closing = "</bpmn:" + from + "Gateway>";
        int end = model.indexOf(closing, start);
        return model.substring(0, start)
                + model.substring(start, end).replace(opening, "<bpmn:" + to + "Gateway id=\"" + id + "\"")
                + "</bpmn:" + to + "Gateway>"
                + model.substring(end + closing.length());
    }
}
