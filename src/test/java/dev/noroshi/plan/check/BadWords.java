package dev.noroshi.plan.check;

import java.util.List;

/** What an engine would run, and a plan may not. */
final class BadWords {

    private static final String TELL = "${detection.tellAtOnce(key)}";
    private static final String ASKED = "${containment.detachmentAsked(key)}";
    private static final String SERVICE = "serviceTask_tellAtOnce";

    private BadWords() {}

    private static ShippedPlan callForTheRoster(ShippedPlan plan) {
        return plan.replace(
                        "roster-confirmation.bpmn",
                        "<bpmn:serviceTask id=\"serviceTask_remind\" name=\"窓口へ知らせる\" camunda:asyncBefore=\"true\""
                                + " camunda:expression=\"${confirmation.remind(key)}\">",
                        "<bpmn:callActivity id=\"serviceTask_remind\" name=\"窓口へ知らせる\" calledElement=\"detect\""
                                + " camunda:calledElementBinding=\"deployment\">")
                .replace("roster-confirmation.bpmn", "</bpmn:serviceTask>", "</bpmn:callActivity>");
    }

    static List<BadPlan> all() {
        return List.of(
                action("reflection", "expression.form", "${''.getClass().forName('java.lang.Runtime')}"),
                action("a static call", "expression.form", "${T(java.lang.Runtime).getRuntime().exec('id')}"),
                action("a call on an answer", "expression.form", "${detection.tellAtOnce(key).toString()}"),
                action("a call within a call", "expression.form", "${detection.tellAtOnce(detection.tellAtOnce(key))}"),
                action("brackets instead of a dot", "expression.form", "${detection['tellAtOnce'](key)}"),
                action("two expressions in one", "expression.form", TELL + "${execution.setVariable('a', 1)}"),
                action("deferred evaluation", "expression.form", "#{detection.tellAtOnce(key)}"),
                action("an expression in an expression", "expression.form", "${detection.tellAtOnce(key, ${key})}"),
                action("escaped letters", "expression.form", "${detection.\\u0074ellAtOnce(key)}"),
                action(
                        "a string put together",
                        "expression.form",
                        "${response.call(key, 'ci'+'so', 'userTask_receive')}"),
                action("a choice inside", "expression.form", "${true ? detection.tellAtOnce(key) : key}"),
                action("letters of another script", "expression.form", "${dеtection.tellAtOnce(key)}"),
                action("a bean of the application", "expression.word", "${dataSource.getConnection(key)}"),
                action("the engine", "expression.word", "${execution.getProcessEngineServices(key)}"),
                action("a method of every object", "expression.word", "${detection.getClass(key)}"),
                action("an action that is none", "expression.use", "${triage.isIncident(key)}"),
                action("an argument too many", "expression.arguments", "${detection.tellAtOnce(key, 1)}"),
                action("no key", "expression.arguments", "${detection.tellAtOnce('R8-0001')}"),
                action(
                        "a number instead of a text",
                        "expression.arguments",
                        "${response.call(key, 1, 'userTask_receive')}"),
                action(
                        "a step that is not there",
                        "expression.element",
                        "${response.call(key, 'ciso', 'userTask_nobody')}"),
                action(
                        "a ladder that is not there",
                        "expression.ladder",
                        "${response.call(key, 'mayor', 'userTask_receive')}"),
                action("a word of another key", "expression.key", "${escalation.callNext(key)}"),
                action("a word of the roster in a case", "expression.key", "${confirmation.remind(key)}"),
                BadPlan.of(
                        "a word of the case for the roster",
                        "expression.key",
                        "roster-confirmation.bpmn",
                        "serviceTask_remind",
                        plan -> plan.replace("roster-confirmation.bpmn", "${confirmation.remind(key)}", TELL)),
                BadPlan.of(
                        "a model of a case for the roster",
                        "expression.key",
                        "detect.bpmn",
                        SERVICE,
                        BadWords::callForTheRoster),
                BadPlan.of(
                        "a phase of a case for the roster",
                        "call.phase-place",
                        "roster-confirmation.bpmn",
                        "serviceTask_remind",
                        plan -> callForTheRoster(plan)
                                .replace(
                                        "roster-confirmation.bpmn",
                                        "<camunda:property name=\"nameEn\" value=\"Write to the window\" />",
                                        "<camunda:property name=\"nameEn\" value=\"Write to the window\" />"
                                                + "<camunda:property name=\"phase\" value=\"triage\" />")),
                action("nothing to do", "expression.missing", ""),
                question("an action as a condition", "expression.use", "${detection.tellAtOnce(key)}"),
                question("a level that is not there", "expression.level", "${incident.atLeast(key, 7)}"),
                question("a condition with a variable", "expression.form", "${outcome == 'yes'}"),
                question("a hidden call behind or", "expression.form", "${triage.isIncident(key) or empty key}"),
                BadPlan.of(
                        "a Java class",
                        "word.java",
                        "detect.bpmn",
                        SERVICE,
                        plan -> plan.replace(
                                "detect.bpmn",
                                "camunda:expression=\"" + TELL + "\"",
                                "camunda:class=\"java.lang.Runtime\"")),
                BadPlan.of(
                        "a delegate",
                        "word.java",
                        "detect.bpmn",
                        SERVICE,
                        plan -> plan.replace(
                                "detect.bpmn",
                                "camunda:expression=\"" + TELL + "\"",
                                "camunda:delegateExpression=\"${bean}\"")),
                BadPlan.of(
                        "a result kept",
                        "word.variable",
                        "detect.bpmn",
                        SERVICE,
                        plan -> plan.replace(
                                "detect.bpmn",
                                "camunda:expression=",
                                "camunda:resultVariable=\"a\" camunda:expression=")),
                BadPlan.of(
                        "an engine's other namespace",
                        "xml.attribute",
                        "detect.bpmn",
                        SERVICE,
                        plan -> plan.replace(
                                "detect.bpmn",
                                "id=\"" + SERVICE + "\"",
                                "xmlns:a=\"http://activiti.org/bpmn\" a:class=\"java.lang.Runtime\" id=\"" + SERVICE
                                        + "\"")),
                inside("a listener", "word.listener", "<camunda:executionListener event=\"start\" class=\"a.B\"/>"),
                inside(
                        "a listener's script",
                        "word.script",
                        "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"js\">1</camunda:script></camunda:executionListener>"),
                inside(
                        "a connector",
                        "word.connector",
                        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"),
                inside(
                        "values put in",
                        "word.mapping",
                        "<camunda:inputOutput><camunda:inputParameter name=\"a\">${key}</camunda:inputParameter></camunda:inputOutput>"),
                BadPlan.of(
                        "a script task",
                        "word.script",
                        "detect.bpmn",
                        SERVICE,
                        plan -> plan.put(
                                "detect.bpmn",
                                plan.text("detect.bpmn")
                                        .replace("serviceTask id=\"" + SERVICE, "scriptTask id=\"" + SERVICE)
                                        .replaceFirst("</bpmn:serviceTask>", "</bpmn:scriptTask>"))),
                BadPlan.of(
                        "an expression in a name",
                        "expression.place",
                        "detect.bpmn",
                        "userTask_receive",
                        plan -> plan.replace("detect.bpmn", "name=\"受領\"", "name=\"${execution.id}\"")),
                BadPlan.of(
                        "an expression for roles",
                        "expression.place",
                        "detect.bpmn",
                        "userTask_receive",
                        plan -> plan.replace("detect.bpmn", "\"window,csirt-handler\"", "\"&#36;{execution.id}\"")),
                BadPlan.of(
                        "an expression for a model",
                        "expression.place",
                        "incident-response.bpmn",
                        "callActivity_detect",
                        plan -> plan.replace(
                                "incident-response.bpmn", "calledElement=\"detect\"", "calledElement=\"${key}\"")),
                BadPlan.of(
                        "an expression in a message's name",
                        "expression.place",
                        "escalation.bpmn",
                        "message_callAnswered",
                        plan -> plan.replace("escalation.bpmn", "name=\"CallAnswered\"", "name=\"#{key}\"")),
                BadPlan.of(
                        "a duration written out",
                        "xml.element",
                        "escalation.bpmn",
                        "event_patienceEnds_timer",
                        plan -> plan.put(
                                "escalation.bpmn",
                                plan.text("escalation.bpmn").replace("bpmn:timeDate", "bpmn:timeDuration"))),
                BadPlan.of(
                        "values taken out of a phase",
                        "word.mapping",
                        "incident-response.bpmn",
                        "callActivity_detect",
                        plan -> plan.replace(
                                "incident-response.bpmn",
                                "<camunda:in businessKey=\"${key}\" />",
                                "<camunda:in businessKey=\"${key}\" /><camunda:out variables=\"all\" />")),
                BadPlan.of(
                        "a table in a language that runs",
                        "table.language",
                        "runbook.dmn",
                        "in_runbook_1_0",
                        plan -> plan.replace(
                                "runbook.dmn",
                                "<inputEntry id=\"in_runbook_1_0\">",
                                "<inputEntry id=\"in_runbook_1_0\" expressionLanguage=\"groovy\">")));
    }

    private static BadPlan action(String fault, String rule, String expression) {
        return BadPlan.of(fault, rule, "detect.bpmn", SERVICE, plan -> plan.replace("detect.bpmn", TELL, expression));
    }

    private static BadPlan question(String fault, String rule, String expression) {
        return BadPlan.of(
                fault,
                rule,
                "contain.bpmn",
                "flow_detachmentAskedYes",
                plan -> plan.replace("contain.bpmn", ASKED, expression));
    }

    private static BadPlan inside(String fault, String rule, String extension) {
        return BadPlan.of(
                fault,
                rule,
                "detect.bpmn",
                SERVICE,
                plan -> plan.replace(
                        "detect.bpmn",
                        "<bpmn:incoming>flow_reportedToTellAtOnce</bpmn:incoming>",
                        "<bpmn:extensionElements>" + extension
                                + "</bpmn:extensionElements><bpmn:incoming>flow_reportedToTellAtOnce</bpmn:incoming>"));
    }
}
