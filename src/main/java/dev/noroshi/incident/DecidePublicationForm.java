package dev.noroshi.incident;

import static dev.noroshi.incident.Decision.Kind.PUBLICATION;

import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.Processes;
import dev.noroshi.workflow.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** 公表: at once, with the half-year's list, or not. */
@Component
class DecidePublicationForm implements Form {

    private static final List<String> CHOICES = List.of("now", "half-year", "none");

    private final Incidents incidents;
    private final Decisions decisions;
    private final Processes processes;
    private final MessageSource messages;

    DecidePublicationForm(Incidents incidents, Decisions decisions, Processes processes, MessageSource messages) {
        this.incidents = incidents;
        this.decisions = decisions;
        this.processes = processes;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "decidePublication";
    }

    @Override
    public List<Field> fields(Step step) {
        return List.of(
                Field.choice("publication", true, CHOICES, proposed(incidents.of(step.incident()))),
                Field.text("reason", false, null));
    }

    /** The proposal rests on the criterion of the table's row. */
    @Override
    public String about(Step step) {
        return criterion(incidents.of(step.incident()))
                .map(row -> String.valueOf(row.get("basis")))
                .map(basis -> messages.getMessage(
                        "incident.publication." + basis, null, basis, LocaleContextHolder.getLocale()))
                .orElse("");
    }

    private String proposed(Incident incident) {
        return criterion(incident)
                .map(row -> String.valueOf(row.get("publication")))
                .filter(CHOICES::contains)
                .orElse("half-year");
    }

    /** The row of the edition's table that speaks of the case; empty in an edition from before there was one. */
    private Optional<Map<String, Object>> criterion(Incident incident) {
        String edition = processes.editionOf(incident.number()).orElseGet(processes::newestEdition);
        if (!processes.hasTable("publication", edition)) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> facts = incident.facts().inputs(true);
        facts.put("level", (long) incident.level());
        return processes.decide("publication", edition, facts).stream().findFirst();
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        incidents.requireWorkable(step.incident());
        String publication = Words.chosen(values, "publication");
        String reason = Words.in(values, "reason");
        decisions.put(step.incident(), PUBLICATION, publication, reason);
        incidents.record(step.incident(), "publication-" + publication, reason);
    }
}
