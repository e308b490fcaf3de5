package dev.noroshi.plan.check;

import java.util.List;
import java.util.stream.Stream;

/** Plans that give up an invariant: INV-1 to INV-5, as ADR 0009 lists them. */
final class BadInvariants {

    private static final String RULE = "flow.ciso-skipped";
    private static final String RESPONSE = "incident-response.bpmn";
    private static final String REPORT = "report.bpmn";
    private static final String PLAN = "incident-response";
    private static final String DETECT = "detect.bpmn";
    private static final String LADDERS = "escalation.dmn";
    private static final String TOLD_LATE = "flow.told-late";
    private static final String DEPUTY = "ladder.deputy";

    private BadInvariants() {}

    static List<BadPlan> all() {
        return Stream.of(withoutCiso(), toldLate(), onlyWhenEvaluated(), undecided(), notFromAnybody())
                .flatMap(List::stream)
                .toList();
    }

    /** INV-1. */
    private static List<BadPlan> toldLate() {
        return List.of(
                BadPlan.of(
                        "the window decides before anybody is told",
                        TOLD_LATE,
                        DETECT,
                        "userTask_receive",
                        plan -> plan.replace(
                                        DETECT,
                                        "sourceRef=\"startEvent_reported\" targetRef=\"serviceTask_tellAtOnce\"",
                                        "sourceRef=\"startEvent_reported\" targetRef=\"userTask_receive\"")
                                .replace(
                                        DETECT,
                                        "sourceRef=\"userTask_receive\" targetRef=\"endEvent_received\"",
                                        "sourceRef=\"userTask_receive\" targetRef=\"serviceTask_tellAtOnce\"")
                                .replace(
                                        DETECT,
                                        "sourceRef=\"serviceTask_callForReceipt\" targetRef=\"userTask_receive\"",
                                        "sourceRef=\"serviceTask_callForReceipt\" targetRef=\"endEvent_received\"")),
                BadPlan.of(
                        "the handlers are called first",
                        TOLD_LATE,
                        DETECT,
                        "serviceTask_tellAtOnce",
                        plan -> plan.replace(
                                DETECT,
                                "${detection.tellAtOnce(key)}",
                                "${response.call(key,'csirt','userTask_receive')}")),
                BadPlan.of(
                        "a case is evaluated before anybody is told",
                        TOLD_LATE,
                        "triage.bpmn",
                        "serviceTask_callForEvaluation",
                        plan -> plan.replace(RESPONSE, "calledElement=\"detect\"", "calledElement=\"triage\"")));
    }

    /** INV-3. */
    private static List<BadPlan> onlyWhenEvaluated() {
        return List.of(BadPlan.of(
                "a suspicion is reported to no body outside",
                "table.suspicion",
                "ppc-report.dmn",
                "input_ppc_report_8",
                plan -> plan.replace(
                        "ppc-report.dmn",
                        "typeRef=\"string\"><text>type</text>",
                        "typeRef=\"string\"><text>if declared then type else null</text>")));
    }

    /** INV-4. */
    private static List<BadPlan> undecided() {
        return List.of(
                BadPlan.of(
                        "the chief hears of the CISO's silence, and may not decide",
                        DEPUTY,
                        LADDERS,
                        "escalation",
                        plan -> plan.replace(
                                LADDERS,
                                "id=\"out_escalation_18_3\"><text>true",
                                "id=\"out_escalation_18_3\"><text>false")),
                BadPlan.of(
                        "the CISO's ladder goes past the chief",
                        DEPUTY,
                        LADDERS,
                        "escalation",
                        plan -> plan.replace(
                                LADDERS,
                                "id=\"out_escalation_21_0\"><text>\"chief\"",
                                "id=\"out_escalation_21_0\"><text>\"privacy-officer\"")),
                BadPlan.of(
                        "a minor cut-off waits for the CISO alone",
                        DEPUTY,
                        LADDERS,
                        "escalation",
                        plan -> plan.replace(
                                LADDERS,
                                "id=\"in_escalation_15_1\"><text>0,1,2",
                                "id=\"in_escalation_15_1\"><text>2")));
    }

    /** INV-5. */
    private static List<BadPlan> notFromAnybody() {
        return List.of(BadPlan.of(
                "nobody takes in what others than officials report",
                "duty.uncovered",
                "",
                "",
                plan -> plan.replace(RESPONSE, "anyone-reports,", "").replace(DETECT, ",anyone-reports", "")));
    }

    /** INV-2. */
    private static List<BadPlan> withoutCiso() {
        return List.of(
                BadPlan.of(
                        "the CISO hears of level 3 and above only",
                        RULE,
                        RESPONSE,
                        PLAN,
                        plan -> plan.replace(REPORT, "incident.atLeast(key,2)", "incident.atLeast(key,3)")),
                BadPlan.of(
                        "the CISO hears of all but the gravest",
                        RULE,
                        RESPONSE,
                        PLAN,
                        plan -> plan.replace(REPORT, "${incident.atLeast(key,2)}", "${not incident.atLeast(key,4)}")),
                BadPlan.of(
                        "nobody informs the CISO of a minor incident",
                        RULE,
                        RESPONSE,
                        PLAN,
                        plan -> plan.replace(REPORT, "${response.informCiso(key)}", "${reporting.determine(key)}")),
                BadPlan.of(
                        "an incident is closed at once",
                        RULE,
                        RESPONSE,
                        PLAN,
                        plan -> plan.replace(
                                RESPONSE,
                                "sourceRef=\"gateway_isIncident\" targetRef=\"subProcess_respond\"",
                                "sourceRef=\"gateway_isIncident\" targetRef=\"serviceTask_close\"")),
                BadPlan.of(
                        "somebody else is called, and may answer for the CISO",
                        RULE,
                        RESPONSE,
                        PLAN,
                        plan -> plan.replace(REPORT, "response.call(key,'ciso',", "response.call(key,'csirt',")
                                .replace(
                                        REPORT,
                                        "camunda:candidateGroups=\"ciso\"",
                                        "camunda:candidateGroups=\"ciso,chief\"")),
                BadPlan.of(
                        "the reports are left out",
                        RULE,
                        RESPONSE,
                        PLAN,
                        plan -> plan.replace(RESPONSE, "calledElement=\"report\"", "calledElement=\"crisis\"")));
    }
}
