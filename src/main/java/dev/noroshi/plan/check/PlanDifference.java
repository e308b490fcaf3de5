package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a revised plan does otherwise; where its boxes lie in the picture is no difference. */
public final class PlanDifference {

    private static final Pattern PARTS = Pattern.compile("process|subProcess|.*Task|.*Event|.*Gateway|callActivity|"
            + "sequenceFlow|message|error|decision|input|output|rule");
    private static final Pattern NOISE = Pattern.compile("incoming|outgoing|modeler:.*|id|sourceRef|targetRef");

    private PlanDifference() {}

    /** By file, and within it in the order of the newer plan, then what is gone; a file that cannot be read has no parts. */
    public static List<Change> between(PlanFiles before, PlanFiles after) {
        List<Change> changes = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(before.contents().keySet());
        names.addAll(after.contents().keySet());
        for (String name : names) {
            Map<String, Part> earlier = parts(name, before.contents().get(name));
            Map<String, Part> later = parts(name, after.contents().get(name));
            later.forEach((id, part) -> compare(name, earlier.get(id), part, changes));
            earlier.forEach((id, part) -> {
                if (!later.containsKey(id)) {
                    changes.add(part.change(Change.Kind.REMOVED, name, List.of()));
                }
            });
        }
        return changes;
    }

    private static void compare(String file, @Nullable Part before, Part after, List<Change> changes) {
        if (before == null) {
            changes.add(after.change(Change.Kind.ADDED, file, List.of()));
            return;
        }
        List<Change.Detail> details = new ArrayList<>();
        TreeSet<String> whats = new TreeSet<>(before.properties().keySet());
        whats.addAll(after.properties().keySet());
        for (String what : whats) {
            @Nullable String was = before.properties().get(what);
            @Nullable String is = after.properties().get(what);
            if (!Objects.equals(was, is)) {
                details.add(new Change.Detail(what, was, is));
            }
        }
        if (!details.isEmpty()) {
            changes.add(after.change(Change.Kind.CHANGED, file, details));
        }
    }

    private record Part(String id, String name, String type, Map<String, String> properties) {

        Change change(Change.Kind kind, String file, List<Change.Detail> details) {
            return new Change(kind, file, id, name, type, details);
        }
    }

    private static Map<String, Part> parts(String file, byte @Nullable [] content) {
        Map<String, Part> parts = new LinkedHashMap<>();
        if (content != null) {
            new XmlReader(new Findings())
                    .read(file, content)
                    .ifPresent(root -> root.children().forEach(child -> collect(child, parts)));
        }
        return parts;
    }

    private static void collect(XmlNode node, Map<String, Part> parts) {
        if (isPart(node)) {
            Map<String, String> properties = new LinkedHashMap<>();
            describe(node, properties);
            parts.put(node.id(), new Part(node.id(), nameOf(node), node.name(), properties));
        }
        if (!node.name().equals("rule")) {
            node.children().forEach(child -> collect(child, parts));
        }
    }

    private static boolean isPart(XmlNode node) {
        boolean ours = node.space().equals(Spaces.BPMN) || node.space().equals(Spaces.DMN);
        return ours && !node.id().isEmpty() && PARTS.matcher(node.name()).matches();
    }

    private static String nameOf(XmlNode node) {
        return node.attribute("name")
                .or(() -> node.attribute("label"))
                .filter(name -> !name.isBlank())
                .orElse(node.id());
    }

    private static void describe(XmlNode node, Map<String, String> properties) {
        node.attributes().forEach((name, value) -> put(properties, name, value));
        node.attribute("sourceRef").ifPresent(source -> properties.put("from", source));
        node.attribute("targetRef").ifPresent(target -> properties.put("to", target));
        node.children().stream().filter(child -> !isPart(child)).forEach(child -> describeChild(child, properties));
    }

    private static void describeChild(XmlNode child, Map<String, String> properties) {
        if (child.is(Spaces.CAMUNDA, "property")) {
            properties.put(
                    child.attribute("name").orElse(""), child.attribute("value").orElse(""));
            return;
        }
        if (!child.text().isBlank()) {
            put(properties, child.name(), child.text().strip());
        }
        child.attributes().forEach((name, value) -> put(properties, name.equals("type") ? "" : name, value));
        child.children().stream().filter(it -> !isPart(it)).forEach(it -> {
            if (child.name().endsWith("Entry")) {
                put(properties, child.name(), it.text().strip());
            } else {
                describeChild(it, properties);
            }
        });
    }

    /** A second one of the same name gets a number, as the cells of a row have. */
    private static void put(Map<String, String> properties, String name, String value) {
        if (name.isEmpty() || NOISE.matcher(name).matches()) {
            return;
        }
        String free = name;
        for (int number = 2; properties.containsKey(free); number++) {
            free = name + " " + number;
        }
        properties.put(free, value);
    }
}
