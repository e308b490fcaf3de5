package dev.noroshi.plan.check;

import java.util.List;

/** Finds the decision tables in a DMN file. */
final class TableReader {

    private TableReader() {}

    static List<Table> tables(String file, XmlNode root) {
        return root.children(Spaces.DMN, "decision")
                .flatMap(decision ->
                        decision.children(Spaces.DMN, "decisionTable").map(grid -> table(file, decision, grid)))
                .toList();
    }

    private static Table table(String file, XmlNode decision, XmlNode grid) {
        return new Table(
                file,
                decision,
                grid,
                grid.children(Spaces.DMN, "input").map(TableReader::input).toList(),
                grid.children(Spaces.DMN, "output").map(TableReader::output).toList(),
                grid.children(Spaces.DMN, "annotation")
                        .map(it -> it.attribute("name").orElse(""))
                        .toList(),
                grid.children(Spaces.DMN, "rule").map(TableReader::row).toList());
    }

    private static Table.Column input(XmlNode node) {
        return node.child(Spaces.DMN, "inputExpression")
                .map(it ->
                        new Table.Column(node, text(it), it.attribute("typeRef").orElse("")))
                .orElseGet(() -> new Table.Column(node, "", ""));
    }

    private static Table.Column output(XmlNode node) {
        return new Table.Column(
                node,
                node.attribute("name").orElse(""),
                node.attribute("typeRef").orElse(""));
    }

    private static Table.Row row(XmlNode rule) {
        return new Table.Row(
                rule, cells(rule, "inputEntry"), cells(rule, "outputEntry"), cells(rule, "annotationEntry"));
    }

    private static List<String> cells(XmlNode rule, String tag) {
        return rule.children(Spaces.DMN, tag).map(TableReader::text).toList();
    }

    private static String text(XmlNode node) {
        return node.child(Spaces.DMN, "text").map(text -> text.text().strip()).orElse("");
    }
}
