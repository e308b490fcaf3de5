package dev.noroshi.plan.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shipped plan in memory, to be spoiled. */
final class ShippedPlan {

    private final Map<String, byte[]> files;

    private ShippedPlan(Map<String, byte[]> files) {
        this.files = files;
    }

    static ShippedPlan copy() {
        try {
            return new ShippedPlan(new TreeMap<>(PlanFiles.in(Path.of("bpmn")).contents()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the first place where a text stands; it must stand there. */
    ShippedPlan replace(String file, String old, String by) {
        String text = text(file);
        int at = text.indexOf(old);
        if (at < 0) {
            throw new AssertionError(file + " has no " + old);
        }
        return put(file, text.substring(0, at) + by + text.substring(at + old.length()));
    }

    /** Replaces what stands between two texts, both included. */
    ShippedPlan cut(String file, String from, String to, String by) {
        String text = text(file);
        int start = text.indexOf(from);
        int end = text.indexOf(to, start);
        if (start < 0 || end < 0) {
            throw new AssertionError(file + " has no " + from + "…" + to);
        }
        return put(file, text.substring(0, start) + by + text.substring(end + to.length()));
    }

    /** Puts XML into an element, as its last child. */
    ShippedPlan inside(String file, String id, String xml) {
        String text = text(file);
        Matcher element = Pattern.compile("<([\\w:]+)\\s[^<>]*\\bid=\"" + id + "\"[^<>]*?(/?)>")
                .matcher(text);
        if (!element.find()) {
            throw new AssertionError(file + " has no " + id);
        }
        String tag = element.group(1);
        if (element.group(2).isEmpty()) {
            int end = text.indexOf("</" + tag + ">", element.end());
            return put(file, text.substring(0, end) + xml + text.substring(end));
        }
        String opened = element.group().replaceFirst("\\s*/>$", ">") + xml + "</" + tag + ">";
        return put(file, text.substring(0, element.start()) + opened + text.substring(element.end()));
    }

    ShippedPlan put(String file, String text) {
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    ShippedPlan without(String file) {
        files.remove(file);
        return this;
    }

    String text(String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    PlanFiles files() {
        return PlanFiles.of(files);
    }
}
