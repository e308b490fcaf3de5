package dev.noroshi.plan.check;

import java.util.List;

/** Tables that answer twice, never, or with what does not exist. */
final class BadTables {

    private static final String CHECKLIST = "checklist.dmn";
    private static final String TARGETS = "time-targets.dmn";
    private static final String CALLS = "escalation.dmn";

    private BadTables() {}

    static List<BadPlan> all() {
        return List.of(
                BadPlan.of(
                        "no table of runbooks",
                        "table.missing",
                        "runbook.dmn",
                        "",
                        plan -> plan.without("runbook.dmn")),
                BadPlan.of(
                        "a table that nobody asks",
                        "table.unknown",
                        "runbook.dmn",
                        "runbooks",
                        plan -> plan.replace("runbook.dmn", "<decision id=\"runbook\"", "<decision id=\"runbooks\"")),
                BadPlan.of(
                        "a table twice",
                        "table.twice",
                        "runbook2.dmn",
                        "runbook",
                        plan -> plan.put("runbook2.dmn", plan.text("runbook.dmn"))),
                table(
                        "another hit policy",
                        "table.policy",
                        "time-targets",
                        "hitPolicy=\"UNIQUE\"",
                        "hitPolicy=\"RULE ORDER\""),
                table("history for ever", "table.history", "time-targets", " camunda:historyTimeToLive=\"P3650D\"", ""),
                table("an answer missing", "table.output-missing", "time-targets", "name=\"unit\"", "name=\"units\""),
                table(
                        "an answer nobody reads",
                        "table.output-unknown",
                        "output_time_targets_1",
                        "name=\"unit\"",
                        "name=\"units\""),
                table(
                        "an answer of another type",
                        "table.type",
                        "output_time_targets_0",
                        "name=\"amount\" label=\"時間 / Time\" typeRef=\"long\"",
                        "name=\"amount\" label=\"時間 / Time\" typeRef=\"string\""),
                table(
                        "a fact that is not given",
                        "table.fact",
                        "input_time_targets_0",
                        "<text>target</text>",
                        "<text>mood</text>"),
                table(
                        "a function in an input",
                        "table.input",
                        "input_time_targets_0",
                        "<text>target</text>",
                        "<text>upper case(target)</text>"),
                table(
                        "a function in a cell",
                        "row.input",
                        "rule_time_targets_1",
                        "<text>\"receive\"</text>",
                        "<text>matches(?, \"r.*\")</text>"),
                table(
                        "rows that overlap",
                        "row.overlap",
                        "rule_time_targets_2",
                        "<text>2</text>",
                        "<text>[1..2]</text>"),
                table(
                        "rows that overlap by nothing",
                        "row.overlap",
                        "rule_time_targets_2",
                        "<text>2</text>",
                        "<text>-</text>"),
                table("a level without an answer", "table.gap", "time-targets", "<text>0,1</text>", "<text>1</text>"),
                table(
                        "a negative amount",
                        "row.number",
                        "rule_time_targets_1",
                        "<text>240</text>",
                        "<text>-240</text>"),
                table("an unknown unit", "row.unit", "rule_time_targets_1", "\"OFFICE_MINUTES\"", "\"FORTNIGHTS\""),
                table("a row without a basis", "row.basis", "rule_time_targets_1", "目標（市が定める）", ""),
                table("a day that never comes", "row.day", "rule_time_targets_1", "2026-04-01", "2026-02-30"),
                table("a row without a day", "row.valid-from", "rule_time_targets_1", "2026-04-01", "春から"),
                table(
                        "the application's own target gone",
                        "table.target",
                        "time-targets",
                        "\"observation\"",
                        "\"watching\"",
                        true),
                BadPlan.of(
                        "an item of a step that is not there",
                        "checklist.step",
                        CHECKLIST,
                        "rule_checklist_1",
                        plan -> plan.replace(CHECKLIST, "userTask_containSpread", "userTask_containSprea")),
                BadPlan.of(
                        "an item without a key",
                        "checklist.item",
                        CHECKLIST,
                        "rule_checklist_1",
                        plan -> plan.replace(CHECKLIST, "\"mynumber-isolate\"", "\"LANを抜く\"")),
                BadPlan.of(
                        "two items with one key",
                        "checklist.twice",
                        CHECKLIST,
                        "rule_checklist_2",
                        plan -> plan.replace(CHECKLIST, "\"mynumber-batch\"", "\"mynumber-isolate\"")),
                BadPlan.of(
                        "a type without a runbook",
                        "table.gap",
                        "runbook.dmn",
                        "runbook",
                        plan -> plan.replace(
                                "runbook.dmn", "\"disaster\",\"staffing\",\"utility\"", "\"disaster\",\"staffing\"")),
                BadPlan.of(
                        "a type misspelt",
                        "row.value",
                        "runbook.dmn",
                        "rule_runbook_1",
                        plan -> plan.replace("runbook.dmn", "\"ransomware\"", "\"ransomwere\"")),
                BadPlan.of(
                        "a runbook that is not there",
                        "row.runbook",
                        "runbook.dmn",
                        "rule_runbook_1",
                        plan -> plan.replace("runbook.dmn", "\"RB-01\"", "\"RB-77\"")),
                BadPlan.of(
                        "a role that is not there",
                        "row.role",
                        CALLS,
                        "rule_escalation_1",
                        plan -> plan.replace(CALLS, "\"csirt-handler\"", "\"mayor\"")),
                BadPlan.of(
                        "a rung left out",
                        "ladder.gap",
                        CALLS,
                        "rule_escalation_3",
                        plan -> plan.replace(
                                CALLS,
                                "<inputEntry id=\"in_escalation_2_2\"><text>2</text>",
                                "<inputEntry id=\"in_escalation_2_2\"><text>9</text>")),
                BadPlan.of(
                        "a ladder without a first rung",
                        "ladder.empty",
                        CALLS,
                        "escalation",
                        plan -> plan.replace(
                                CALLS,
                                "<inputEntry id=\"in_escalation_1_2\"><text>1</text>",
                                "<inputEntry id=\"in_escalation_1_2\"><text>9</text>")),
                BadPlan.of(
                        "a ladder without end",
                        "ladder.endless",
                        CALLS,
                        "rule_escalation_3",
                        plan -> plan.replace(
                                CALLS,
                                "<inputEntry id=\"in_escalation_3_2\"><text>3</text>",
                                "<inputEntry id=\"in_escalation_3_2\"><text>&gt;= 3</text>")),
                BadPlan.of(
                        "a row behind one that takes all",
                        "row.never",
                        "external-reports.dmn",
                        "rule_external_reports_2",
                        plan -> plan.put("external-reports.dmn", shadowed(plan.text("external-reports.dmn")))),
                BadPlan.of(
                        "a level beyond the scale",
                        "row.level",
                        "severity.dmn",
                        "rule_severity_4",
                        plan -> plan.replace(
                                "severity.dmn",
                                "<outputEntry id=\"out_severity_4_0\"><text>3</text>",
                                "<outputEntry id=\"out_severity_4_0\"><text>9</text>")),
                BadPlan.of(
                        "a row that can never hold",
                        "row.never",
                        "severity.dmn",
                        "rule_severity_4",
                        plan -> plan.replace(
                                "severity.dmn",
                                "<inputEntry id=\"in_severity_4_3\"><text></text>",
                                "<inputEntry id=\"in_severity_4_3\"><text>[10..5]</text>")));
    }

    private static BadPlan table(String fault, String rule, String element, String old, String by) {
        return BadPlan.of(fault, rule, TARGETS, element, plan -> plan.replace(TARGETS, old, by));
    }

    private static BadPlan table(String fault, String rule, String element, String old, String by, boolean everywhere) {
        return BadPlan.of(
                fault,
                rule,
                TARGETS,
                element,
                plan -> plan.put(TARGETS, plan.text(TARGETS).replace(old, by)));
    }

    /** The first row takes whatever the second would. */
    private static String shadowed(String text) {
        int row = text.indexOf("<rule id=\"rule_external_reports_1\"");
        int end = text.indexOf("</rule>", row);
        String first = text.substring(row, end).replaceAll("(<inputEntry id=\"[^\"]*\"><text>)[^<]*", "$1");
        return text.substring(0, row) + first + text.substring(end);
    }
}
