package dev.noroshi.plan.check;

import java.util.List;

/** Plans on whose ways an incident ends without the CISO (INV-2). */
final class BadInvariants {

    private static final String RULE = "flow.ciso-skipped";
    private static final String RESPONSE = "incident-response.bpmn";
    private static final String REPORT = "report.bpmn";
    private static final String PLAN = "incident-response";

    private BadInvariants() {}

    static List<BadPlan> all() {
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
