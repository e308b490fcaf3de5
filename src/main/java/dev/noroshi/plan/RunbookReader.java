package dev.noroshi.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Reads a runbook file: front matter, then a checklist below the heading of each phase. */
final class RunbookReader {

    private static final String BOX = "- [ ] ";

    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .omitSingleParagraphP(true)
            .build();

    Runbook read(String text) {
        String[] parts = text.replace("\r\n", "\n").split("(?m)^---\n", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("a runbook without front matter");
        }
        Map<String, String> front = new HashMap<>();
        parts[1].lines().filter(line -> line.contains(":")).forEach(line -> {
            int colon = line.indexOf(':');
            front.put(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        });
        return new Runbook(
                front.getOrDefault("key", ""),
                front.getOrDefault("title", ""),
                list(front.getOrDefault("types", "")),
                list(front.getOrDefault("phases", "")),
                list(front.getOrDefault("roles", "")),
                html(parts[2].replace(BOX, "- ")),
                steps(parts[2]));
    }

    private List<RunbookStep> steps(String body) {
        List<RunbookStep> steps = new ArrayList<>();
        String phase = "";
        for (String line : body.split("\n")) {
            if (line.startsWith("## ")) {
                phase = line.substring(3).strip();
            } else if (line.startsWith(BOX)) {
                String text = line.substring(BOX.length()).strip();
                steps.add(new RunbookStep(steps.size(), phase, text, html(text)));
            }
        }
        return steps;
    }

    private String html(String markdown) {
        return renderer.render(parser.parse(markdown));
    }

    private static List<String> list(String value) {
        return Arrays.stream(value.replace("[", "").replace("]", "").split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
