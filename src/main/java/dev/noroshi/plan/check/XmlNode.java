package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element of a file as it was written.
 *
 * @param space one of {@link Spaces}, or the namespace itself when it is none of them
 * @param attributes by name; with the space's short name in front when they are in one
 * @param identity its id, or that of the nearest element around it that has one
 */
record XmlNode(
        String space,
        String name,
        Map<String, String> attributes,
        List<XmlNode> children,
        String text,
        int line,
        String identity) {

    XmlNode {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    Optional<String> attribute(String attribute) {
        @Nullable String value = attributes.get(attribute);
        return Optional.ofNullable(value);
    }

    String id() {
        return attribute("id").orElse("");
    }

    boolean is(String inSpace, String named) {
        return space.equals(inSpace) && name.equals(named);
    }

    Stream<XmlNode> children(String inSpace, String named) {
        return children.stream().filter(child -> child.is(inSpace, named));
    }

    Optional<XmlNode> child(String inSpace, String named) {
        return children(inSpace, named).findFirst();
    }

    /** Itself and everything below. */
    Stream<XmlNode> all() {
        List<XmlNode> all = new ArrayList<>();
        collect(all);
        return all.stream();
    }

    private void collect(List<XmlNode> all) {
        all.add(this);
        children.forEach(child -> child.collect(all));
    }
}
