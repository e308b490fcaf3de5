package dev.noroshi.plan.check;

import java.util.List;

/** Steps of people, phases, messages and events that do not hold together. */
final class BadSteps {

    private static final String RECEIVE = "userTask_receive";

    private BadSteps() {}

    static List<BadPlan> all() {
        return List.of(
                receive("no role", "task.role-missing", " camunda:candidateGroups=\"window,csirt-handler\"", ""),
                receive("an unknown role", "task.role-unknown", "window,csirt-handler", "window,mayor"),
                receive(
                        "a person instead of a role",
                        "task.person",
                        "camunda:candidateGroups=",
                        "camunda:assignee=\"demo\" camunda:candidateGroups="),
                receive(
                        "a due date written out",
                        "task.due",
                        "camunda:candidateGroups=",
                        "camunda:dueDate=\"P1D\" camunda:candidateGroups="),
                receive(
                        "no target",
                        "task.target-missing",
                        "<camunda:property name=\"target\" value=\"receive\" />",
                        ""),
                receive(
                        "a target not in the table",
                        "task.target-unknown",
                        "name=\"target\" value=\"receive\"",
                        "name=\"target\" value=\"soon\""),
                receive(
                        "an unknown form",
                        "task.form-unknown",
                        "name=\"form\" value=\"receive\"",
                        "name=\"form\" value=\"survey\""),
                receive(
                        "a report's form in a case",
                        "task.form-place",
                        "name=\"form\" value=\"receive\"",
                        "name=\"form\" value=\"draftReport\""),
                receive(
                        "the roster's form in a case",
                        "task.form-place",
                        "name=\"form\" value=\"receive\"",
                        "name=\"form\" value=\"confirmRoster\""),
                BadPlan.of(
                        "a case's form for the roster",
                        "task.form-place",
                        "roster-confirmation.bpmn",
                        "userTask_confirmRoster",
                        plan -> plan.replace(
                                "roster-confirmation.bpmn",
                                "name=\"form\" value=\"confirmRoster\"",
                                "name=\"form\" value=\"evaluate\"")),
                BadPlan.of(
                        "the form that no form means, for the roster",
                        "task.form-place",
                        "roster-confirmation.bpmn",
                        "userTask_confirmRoster",
                        plan -> plan.replace(
                                "roster-confirmation.bpmn",
                                "<camunda:property name=\"form\" value=\"confirmRoster\" />",
                                "")),
                receive(
                        "a property written twice",
                        "property.twice",
                        "<camunda:property name=\"target\" value=\"receive\" />",
                        "<camunda:property name=\"target\" value=\"receive\" />"
                                + "<camunda:property name=\"target\" value=\"evaluate\" />"),
                receive("a property misspelt", "property.unknown", "name=\"target\"", "name=\"taget\""),
                receive("no name", "task.name", "name=\"受領\"", "name=\"\""),
                receive(
                        "a step of no kind",
                        "task.plain",
                        "<bpmn:endEvent",
                        "<bpmn:task id=\"userTask_receive2\"/><bpmn:endEvent",
                        "userTask_receive2"),
                BadPlan.of(
                        "an unknown runbook",
                        "task.runbook-unknown",
                        "contain.bpmn",
                        "userTask_containSpread",
                        plan -> plan.replace("contain.bpmn", "value=\"by-type\"", "value=\"RB-99\"")),
                BadPlan.of(
                        "a first person who is not there",
                        "task.four-eyes-unknown",
                        "review.bpmn",
                        "userTask_orderPrevention",
                        plan -> plan.replace(
                                "review.bpmn", "value=\"userTask_planPrevention\"", "value=\"userTask_gone\"")),
                BadPlan.of(
                        "a second person who is the first",
                        "task.four-eyes-itself",
                        "review.bpmn",
                        "userTask_orderPrevention",
                        plan -> plan.replace(
                                "review.bpmn",
                                "value=\"userTask_planPrevention\"",
                                "value=\"userTask_orderPrevention\"")),
                BadPlan.of(
                        "a first person who comes after the second",
                        "task.four-eyes-before",
                        "triage.bpmn",
                        "userTask_evaluate",
                        plan -> plan.replace(
                                "triage.bpmn",
                                "<camunda:property name=\"form\" value=\"evaluate\" />",
                                "<camunda:property name=\"form\" value=\"evaluate\" />"
                                        + "<camunda:property name=\"fourEyes\" value=\"userTask_confirmNotIncident\" />")),
                BadPlan.of(
                        "a phase that is not there",
                        "call.unknown",
                        "incident-response.bpmn",
                        "callActivity_triage",
                        plan -> plan.replace(
                                "incident-response.bpmn", "calledElement=\"triage\"", "calledElement=\"triage2\"")),
                BadPlan.of(
                        "a phase of any edition",
                        "call.binding",
                        "incident-response.bpmn",
                        "callActivity_detect",
                        plan -> plan.replace(
                                "incident-response.bpmn", " camunda:calledElementBinding=\"deployment\"", "")),
                BadPlan.of(
                        "a phase without the key",
                        "call.key",
                        "incident-response.bpmn",
                        "callActivity_detect",
                        plan -> plan.replace("incident-response.bpmn", "<camunda:in businessKey=\"${key}\" />", "")),
                BadPlan.of(
                        "a phase that is none",
                        "call.phase",
                        "incident-response.bpmn",
                        "callActivity_detect",
                        plan -> plan.replace(
                                "incident-response.bpmn",
                                "name=\"phase\" value=\"detect\"",
                                "name=\"phase\" value=\"party\"")),
                BadPlan.of(
                        "a plan that calls itself",
                        "call.itself",
                        "incident-response.bpmn",
                        "callActivity_triage",
                        plan -> plan.replace(
                                "incident-response.bpmn",
                                "calledElement=\"triage\"",
                                "calledElement=\"incident-response\"")),
                BadPlan.of(
                        "one id for two steps",
                        "task.id-twice",
                        "recover.bpmn",
                        "userTask_receive",
                        plan -> plan.put(
                                "recover.bpmn",
                                plan.text("recover.bpmn").replace("\"userTask_restore\"", "\"userTask_receive\""))),
                receive("a name that no column holds", "text.long", "name=\"受領\"", "name=\"" + "受".repeat(201) + "\""),
                BadPlan.of(
                        "a message that nobody sends",
                        "message.unknown",
                        "escalation.bpmn",
                        "event_absent",
                        plan -> plan.replace("escalation.bpmn", "name=\"PersonAbsent\"", "name=\"PersonAsleep\"")),
                BadPlan.of(
                        "a message that nobody hears",
                        "message.unheard",
                        "incident-response.bpmn",
                        "incident-response",
                        plan -> plan.replace(
                                "incident-response.bpmn", "name=\"LevelRaised\"", "name=\"LoweringProposed\"")),
                BadPlan.of(
                        "a period of the roster that never ends",
                        "message.unheard",
                        "roster-confirmation.bpmn",
                        "roster-confirmation",
                        plan -> plan.replace(
                                "roster-confirmation.bpmn", "name=\"RosterPeriodOver\"", "name=\"PeriodOver\"")),
                BadPlan.of(
                        "no message named",
                        "message.nameless",
                        "escalation.bpmn",
                        "event_absent",
                        plan -> plan.replace(
                                "escalation.bpmn",
                                "\"event_absent_message\" messageRef=\"message_personAbsent\"",
                                "\"event_absent_message\"")),
                BadPlan.of(
                        "a legal clock that nothing watches",
                        "timer.missing",
                        "external-report.bpmn",
                        "external-report",
                        plan -> plan.put(
                                "external-report.bpmn",
                                plan.text("external-report.bpmn")
                                        .replace("\"event_deadlineNears\"", "\"event_someTime\""))),
                BadPlan.of(
                        "a signal",
                        "event.kind",
                        "escalation.bpmn",
                        "event_absent",
                        plan -> plan.replace(
                                "escalation.bpmn",
                                "<bpmn:messageEventDefinition id=\"event_absent_message\"",
                                "<bpmn:signalEventDefinition id=\"event_absent_message\"")),
                BadPlan.of(
                        "an event on nothing",
                        "event.attached",
                        "recover.bpmn",
                        "event_observationEnds",
                        plan -> plan.replace(
                                "recover.bpmn",
                                "attachedToRef=\"userTask_observe\"",
                                "attachedToRef=\"gateway_observed\"")),
                BadPlan.of(
                        "an error without a code",
                        "event.error-code",
                        "incident-response.bpmn",
                        "endEvent_withdrawalApproved",
                        plan -> plan.replace("incident-response.bpmn", " errorCode=\"incident.withdrawn\"", "")),
                BadPlan.of(
                        "work that cannot be tried again",
                        "step.async",
                        "detect.bpmn",
                        "serviceTask_tellAtOnce",
                        plan -> plan.replace(
                                "detect.bpmn",
                                "name=\"所属長と統一的な窓口へ連絡\" camunda:asyncBefore=\"true\"",
                                "name=\"所属長と統一的な窓口へ連絡\"")),
                BadPlan.of(
                        "a start that makes people wait",
                        "step.async",
                        "detect.bpmn",
                        "startEvent_reported",
                        plan -> plan.replace(
                                "detect.bpmn", "name=\"第一報を受けた\" camunda:asyncBefore=\"true\"", "name=\"第一報を受けた\"")));
    }

    private static BadPlan receive(String fault, String rule, String old, String by) {
        return receive(fault, rule, old, by, RECEIVE);
    }

    private static BadPlan receive(String fault, String rule, String old, String by, String element) {
        return BadPlan.of(fault, rule, "detect.bpmn", element, plan -> plan.replace("detect.bpmn", old, by));
    }
}
