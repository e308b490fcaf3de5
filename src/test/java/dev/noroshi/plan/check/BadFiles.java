package dev.noroshi.plan.check;

import java.util.List;

/** Files that no plan may hold, and XML that may harm. */
final class BadFiles {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private BadFiles() {}

    static List<BadPlan> all() {
        return List.of(
                BadPlan.of(
                        "a program beside the models",
                        "files.kind",
                        "evil.groovy",
                        "",
                        plan -> plan.put("evil.groovy", "System.exit(0)")),
                BadPlan.of(
                        "a file beyond the size",
                        "files.large",
                        "large.bpmn",
                        "",
                        plan -> plan.put("large.bpmn", " ".repeat(PlanFiles.LARGEST + 1))),
                BadPlan.of(
                        "an entity that grows",
                        "xml.doctype",
                        "detect.bpmn",
                        "",
                        plan -> plan.replace(
                                "detect.bpmn",
                                HEAD,
                                HEAD + "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;&b;\">]>\n")),
                BadPlan.of(
                        "an entity from outside",
                        "xml.doctype",
                        "runbook.dmn",
                        "",
                        plan -> plan.replace(
                                "runbook.dmn",
                                HEAD,
                                HEAD + "<!DOCTYPE a [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>\n")),
                BadPlan.of(
                        "a style sheet from outside",
                        "xml.instruction",
                        "runbook.dmn",
                        "",
                        plan -> plan.replace(
                                "runbook.dmn", HEAD, HEAD + "<?xml-stylesheet href=\"http://example.com/x.xsl\"?>\n")),
                BadPlan.of(
                        "letters of another encoding",
                        "xml.encoding",
                        "runbook.dmn",
                        "",
                        plan -> plan.replace("runbook.dmn", HEAD, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n")),
                BadPlan.of(
                        "a file cut off",
                        "xml.broken",
                        "triage.bpmn",
                        "",
                        plan -> plan.cut("triage.bpmn", "</bpmn:process>", "</bpmn:definitions>", "")),
                BadPlan.of(
                        "elements nested deeply",
                        "xml.deep",
                        "deep.bpmn",
                        "",
                        plan -> plan.put("deep.bpmn", "<a>".repeat(200) + "</a>".repeat(200))),
                BadPlan.of(
                        "elements without number",
                        "xml.many",
                        "many.bpmn",
                        "",
                        plan -> plan.put("many.bpmn", "<a>" + "<b/>".repeat(30_000) + "</a>")),
                BadPlan.of(
                        "a page instead of a model",
                        "files.root",
                        "page.bpmn",
                        "",
                        plan -> plan.put("page.bpmn", "<html><body/></html>")),
                BadPlan.of(
                        "two models in one file",
                        "model.one",
                        "detect.bpmn",
                        "second",
                        plan -> plan.replace(
                                "detect.bpmn",
                                "<bpmndi:BPMNDiagram",
                                "<bpmn:process id=\"second\" name=\"二つ目\" isExecutable=\"true\"/><bpmndi:BPMNDiagram")),
                BadPlan.of(
                        "a model under another name",
                        "model.file",
                        "other.bpmn",
                        "detect",
                        plan -> plan.put("other.bpmn", plan.text("detect.bpmn")).without("detect.bpmn")),
                BadPlan.of(
                        "the same model twice",
                        "model.twice",
                        "detect2.bpmn",
                        "detect",
                        plan -> plan.put("detect2.bpmn", plan.text("detect.bpmn"))),
                BadPlan.of(
                        "no escalation",
                        "model.missing",
                        "escalation.bpmn",
                        "",
                        plan -> plan.without("escalation.bpmn")),
                BadPlan.of(
                        "nobody confirms the roster",
                        "model.missing",
                        "roster-confirmation.bpmn",
                        "",
                        plan -> plan.without("roster-confirmation.bpmn")),
                BadPlan.of(
                        "a model that nothing calls",
                        "model.unused",
                        "review.bpmn",
                        "review",
                        plan -> plan.replace(
                                "incident-response.bpmn", "calledElement=\"review\"", "calledElement=\"recover\"")),
                BadPlan.of(
                        "an id used twice",
                        "id.twice",
                        "detect.bpmn",
                        "serviceTask_tellAtOnce",
                        plan -> plan.replace(
                                "detect.bpmn",
                                "serviceTask id=\"serviceTask_callForReceipt\"",
                                "serviceTask id=\"serviceTask_tellAtOnce\"")),
                BadPlan.of(
                        "history for ever",
                        "model.history",
                        "contain.bpmn",
                        "contain",
                        plan -> plan.replace("contain.bpmn", " camunda:historyTimeToLive=\"P3650D\"", "")),
                BadPlan.of(
                        "history for a day",
                        "model.history-short",
                        "contain.bpmn",
                        "contain",
                        plan -> plan.replace(
                                "contain.bpmn", "historyTimeToLive=\"P3650D\"", "historyTimeToLive=\"P1D\"")),
                BadPlan.of(
                        "no version tag",
                        "model.version",
                        "contain.bpmn",
                        "contain",
                        plan -> plan.replace("contain.bpmn", " camunda:versionTag=\"1\"", "")),
                BadPlan.of(
                        "a model not to be run",
                        "model.executable",
                        "report.bpmn",
                        "report",
                        plan -> plan.replace("report.bpmn", "isExecutable=\"true\"", "isExecutable=\"false\"")));
    }
}
