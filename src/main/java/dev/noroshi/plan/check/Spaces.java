package dev.noroshi.plan.check;

import java.util.Map;

/** Namespaces that a plan's files may use, by the short names that are used here. */
final class Spaces {

    static final String BPMN = "bpmn";
    static final String DMN = "dmn";
    static final String CAMUNDA = "camunda";

    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("http://www.omg.org/spec/BPMN/20100524/MODEL", BPMN),
            Map.entry("http://www.omg.org/spec/BPMN/20100524/DI", "bpmndi"),
            Map.entry("http://www.omg.org/spec/DD/20100524/DC", "dc"),
            Map.entry("http://www.omg.org/spec/DD/20100524/DI", "di"),
            Map.entry("http://www.w3.org/2001/XMLSchema-instance", "xsi"),
            Map.entry("http://camunda.org/schema/1.0/bpmn", CAMUNDA),
            Map.entry("http://camunda.org/schema/modeler/1.0", "modeler"),
            Map.entry("http://bpmn.io/schema/bpmn/biocolor/1.0", "bioc"),
            Map.entry("http://www.omg.org/spec/BPMN/non-normative/color/1.0", "color"),
            Map.entry("https://www.omg.org/spec/DMN/20191111/MODEL/", DMN),
            Map.entry("https://www.omg.org/spec/DMN/20191111/DMNDI/", "dmndi"),
            Map.entry("http://www.omg.org/spec/DMN/20180521/DC/", "dc"),
            Map.entry("http://www.omg.org/spec/DMN/20180521/DI/", "di"),
            Map.entry("http://bpmn.io/schema/dmn/biodi/2.0", "biodi"),
            Map.entry("http://camunda.org/schema/1.0/dmn", "camunda-dmn"));

    private Spaces() {}

    /** The short name; the namespace itself when the plan may not use it; empty for none. */
    static String shortName(String namespace) {
        return SHORT.getOrDefault(namespace, namespace);
    }

    static String attribute(String namespace, String name) {
        return namespace.isEmpty() ? name : shortName(namespace) + ":" + name;
    }
}
