package dev.noroshi.incident;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 危機管理（災害）対策本部へ引継ぎ: who took over, when and where. */
@Component
class HandOverCrisisForm implements Form {

    private final Incidents incidents;
    private final Decisions decisions;
    private final JapaneseDates dates;
    private final Clock clock;

    HandOverCrisisForm(Incidents incidents, Decisions decisions, JapaneseDates dates, Clock clock) {
        this.incidents = incidents;
        this.decisions = decisions;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "handOverCrisis";
    }

    @Override
    public List<Field> fields(Step step) {
        return List.of(
                Field.text("takenOverBy", true, null),
                Field.dateTime("takenOverAt", true, clock.instant()),
                Field.text("place", true, null),
                Field.text("note", false, null));
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        incidents.requireWorkable(step.incident());
        String by = FactsRules.text("takenOverBy", Words.in(values, "takenOverBy"), FactsRules.SHORT);
        String place = FactsRules.text("place", Words.in(values, "place"), FactsRules.SHORT);
        Instant at = values.get("takenOverAt") instanceof Instant given ? given : clock.instant();
        String words = Stream.of(by, dates.table(at), place, Words.in(values, "note"))
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining("\n"));
        decisions.put(step.incident(), Decision.Kind.HANDOVER, "handed-over", words);
        incidents.record(step.incident(), "crisis-handed-over", words);
    }
}
