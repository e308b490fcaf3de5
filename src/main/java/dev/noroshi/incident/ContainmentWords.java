package dev.noroshi.incident;

import dev.noroshi.workflow.Processes;
import dev.noroshi.workflow.Step;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What containment means in a segment, as the table {@code containment} of the case's edition says it: bodies to tell, and
 * what stands still when it is cut off; measures too in editions that have no checklist. The table names texts by keys; what
 * is no key stands as it is.
 */
@Component
class ContainmentWords {

    private final Processes processes;
    private final MessageSource messages;

    ContainmentWords(Processes processes, MessageSource messages) {
        this.processes = processes;
        this.messages = messages;
    }

    /** What must be read by who contains; empty for a step of no segment. */
    String actions(Step step) {
        return lines(step, "actions", "tell");
    }

    /** What a cut-off means, for who decides it. */
    String effect(Step step) {
        return lines(step, "effect", "tell");
    }

    /** A line of the timeline, with the segment before it; kept in Japanese as it was written. */
    String ofSegment(Step step, String line) {
        return Segments.named(step.key())
                .map(segment -> (text("incident.segment." + segment, Locale.JAPANESE) + "\n" + line).strip())
                .orElse(line);
    }

    private String lines(Step step, String... columns) {
        Optional<Map<String, Object>> row = row(step);
        if (row.isEmpty()) {
            return "";
        }
        Locale reader = LocaleContextHolder.getLocale();
        String segment = Segments.of(step.key()).orElseThrow();
        return text("incident.containment.segment", reader) + text("incident.segment." + segment, reader) + "\n"
                + List.of(columns).stream()
                        .filter(row.get()::containsKey)
                        .map(column -> text("incident.containment." + column, reader)
                                + text(
                                        "incident.containment." + row.get().get(column),
                                        reader,
                                        String.valueOf(row.get().get(column))))
                        .collect(Collectors.joining("\n"));
    }

    private Optional<Map<String, Object>> row(Step step) {
        return Segments.of(step.key())
                .filter(segment -> processes.hasTable("containment", step.edition()))
                .flatMap(segment -> processes.decide("containment", step.edition(), Map.of("segment", segment)).stream()
                        .findFirst());
    }

    private String text(String key, Locale reader) {
        return text(key, reader, key);
    }

    private String text(String key, Locale reader, String kept) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, kept, reader), kept);
    }
}
