package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
            Map<String, Part> earlier = new Parts(name, before.contents().get(name)).found;
            Map<String, Part> later = new Parts(name, after.contents().get(name)).found;
            later.forEach((id, part) -> compare(name, earlier.get(id), part, changes));
            earlier.forEach((id, part) -> {
                if (!later.containsKey(id)) {
                    compare(name, part, null, changes);
                }
            });
        }
        return changes;
    }

    private static void compare(String file, @Nullable Part before, @Nullable Part after, List<Change> changes) {
        Map<String, String> earlier = before == null ? Map.of() : before.properties();
        Map<String, String> later = after == null ? Map.of() : after.properties();
        TreeSet<String> whats = new TreeSet<>(earlier.keySet());
        whats.addAll(later.keySet());
        List<Change.Detail> details = new ArrayList<>();
        for (String what : whats) {
            @Nullable String was = earlier.get(what);
            @Nullable String is = later.get(what);
            if (!Objects.equals(was, is)) {
                details.add(new Change.Detail(what, was, is));
            }
        }
        if (after != null && (before == null || !details.isEmpty())) {
            changes.add(after.change(before == null ? Change.Kind.ADDED : Change.Kind.CHANGED, file, details));
        } else if (before != null && after == null) {
            changes.add(before.change(Change.Kind.REMOVED, file, details));
        }
    }

    private record Part(String id, String name, String nameEn, String type, Map<String, String> properties) {

        Change change(Change.Kind kind, String file, List<Change.Detail> details) {
            return new Change(kind, file, id, name, nameEn, type, details);
        }
    }

    /** The parts of one file, by id; none when it cannot be read. */
    private static final class Parts {

        private final Map<String, Part> found = new LinkedHashMap<>();
        private final Map<String, XmlNode> named = new HashMap<>();

        Parts(String file, byte @Nullable [] content) {
            if (content != null) {
                new XmlReader(new Findings()).read(file, content).ifPresent(root -> {
                    root.all().filter(node -> !node.id().isEmpty()).forEach(node -> named.putIfAbsent(node.id(), node));
                    root.children().forEach(this::collect);
                });
            }
        }

        private void collect(XmlNode node) {
            if (isPart(node)) {
                Map<String, String> properties = new LinkedHashMap<>();
                describe(node, properties);
                node.attribute("sourceRef").ifPresent(source -> properties.put("from", nameOf(source)));
                node.attribute("targetRef").ifPresent(target -> properties.put("to", nameOf(target)));
                String english = englishOf(node);
                found.put(node.id(), new Part(node.id(), nameOf(node), english, node.name(), properties));
            }
            if (!node.name().equals("rule")) {
                node.children().forEach(this::collect);
            }
        }

        /** An arrow goes by what it joins. */
        private String nameOf(XmlNode node) {
            Optional<String> name =
                    node.attribute("name").or(() -> node.attribute("label")).filter(it -> !it.isBlank());
            if (node.name().equals("sequenceFlow")) {
                String way = nameOf(node.attribute("sourceRef").orElse("")) + " → "
                        + nameOf(node.attribute("targetRef").orElse(""));
                return name.map(it -> way + "（" + it + "）").orElse(way);
            }
            return name.orElse(node.id());
        }

        /** Empty when it has no English name; an arrow has one when what it joins has. */
        private String englishOf(@Nullable XmlNode node) {
            if (node == null) {
                return "";
            }
            String own = Element.properties(node).getOrDefault("nameEn", "");
            if (!node.name().equals("sequenceFlow")) {
                return own;
            }
            String from = englishOf(named.get(node.attribute("sourceRef").orElse("")));
            String to = englishOf(named.get(node.attribute("targetRef").orElse("")));
            return from.isEmpty() || to.isEmpty() ? "" : from + " → " + to + (own.isEmpty() ? "" : " (" + own + ")");
        }

        private String nameOf(String id) {
            @Nullable XmlNode node = named.get(id);
            return node == null ? id : nameOf(node);
        }
    }

    private static boolean isPart(XmlNode node) {
        boolean ours = node.space().equals(Spaces.BPMN) || node.space().equals(Spaces.DMN);
        return ours && !node.id().isEmpty() && PARTS.matcher(node.name()).matches();
    }

    private static void describe(XmlNode node, Map<String, String> properties) {
        node.attributes().forEach((name, value) -> put(properties, name, value));
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
