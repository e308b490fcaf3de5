package dev.noroshi.reporting;

import dev.noroshi.calendar.TimeTarget;
import dev.noroshi.incident.Incident;
import dev.noroshi.incident.Segments;
import dev.noroshi.workflow.Processes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The notification matrix (通報先マトリクス): asks the table {@code external-reports} of the case's edition for each body, once
 * for every segment and every category of data that the case touches.
 */
@Component
class Matrix {

    private static final String TABLE = "external-reports";

    private final Processes processes;
    private final Segments segments;

    Matrix(Processes processes, Segments segments) {
        this.processes = processes;
        this.segments = segments;
    }

    /** One answer of the table: whether the body must be told, until when from the moment of knowing, and how. */
    record Answer(boolean required, TimeTarget due, String channel, String basis) {

        private static Answer of(Map<String, Object> row, String body) {
            int amount = row.get("dueAmount") instanceof Number number ? number.intValue() : 0;
            @Nullable Object channel = row.get("channel");
            return new Answer(
                    Boolean.TRUE.equals(row.get("required")),
                    new TimeTarget(amount, TimeTarget.Unit.valueOf(String.valueOf(row.get("dueUnit")))),
                    channel == null ? usual(body) : channel.toString(),
                    String.valueOf(row.get("basis")));
        }

        /** How the body takes reports where the table, of an edition from before the matrix, says nothing. */
        private static String usual(String body) {
            return switch (body) {
                case "police", "jlis" -> "phone";
                case "prefecture-mic" -> "mail";
                default -> "web-form";
            };
        }
    }

    /**
     * All answers for one body, those that require it alone where any does; empty where the edition does not know the body.
     *
     * @param facts what else the table asks: level, ppcRequired, misuse and the facts of the case
     */
    List<Answer> of(Incident incident, String edition, String body, Map<String, @Nullable Object> facts) {
        Map<String, @Nullable Object> inputs = new HashMap<>(facts);
        inputs.put("addressee", body);
        Set<Answer> answers = new LinkedHashSet<>();
        for (String segment : segments.of(incident.facts())) {
            for (@Nullable String data : data(incident)) {
                inputs.put("segment", segment);
                inputs.put("dataCategory", data);
                processes.decide(TABLE, edition, inputs).stream()
                        .findFirst()
                        .map(row -> Answer.of(row, body))
                        .ifPresent(answers::add);
            }
        }
        List<Answer> required =
                new ArrayList<>(answers.stream().filter(Answer::required).toList());
        return required.isEmpty() ? List.copyOf(answers) : required;
    }

    private static List<@Nullable String> data(Incident incident) {
        @Nullable List<String> known = incident.facts().dataCategories();
        List<@Nullable String> data = new ArrayList<>(known == null ? List.of() : known);
        if (data.isEmpty()) {
            data.add(null);
        }
        return data;
    }
}
