package dev.noroshi.incident.web;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.incident.Answer;
import dev.noroshi.incident.Facts;
import dev.noroshi.roster.Sections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known of a case, line by line in the reader's language; what nobody said has no line. */
@Component
class FactRows {

    /** One fact with its label. */
    record Row(String label, String text) {}

    private final IncidentTexts texts;
    private final JapaneseDates dates;
    private final Sections sections;

    FactRows(IncidentTexts texts, JapaneseDates dates, Sections sections) {
        this.sections = sections;
        this.texts = texts;
        this.dates = dates;
    }

    List<Row> of(Facts facts) {
        List<Row> rows = new ArrayList<>();
        add(rows, "description", facts.description());
        add(rows, "occurredAt", at(facts.occurredAt()));
        add(rows, "place", facts.place());
        add(rows, "assets", joined(facts.assets()));
        add(rows, "segment", key("segment", facts.segment()));
        add(rows, "dataCategories", data(facts.dataCategories()));
        personal(rows, facts.personal());
        add(rows, "malicious", answer(facts.malicious()));
        add(rows, "knownOutside", answer(facts.knownOutside()));
        add(rows, "lifeline", answer(facts.lifeline()));
        add(rows, "serviceDownMinutes", facts.serviceDownMinutes());
        add(rows, "businessImpact", facts.businessImpact());
        add(rows, "contractor", facts.contractor());
        add(rows, "actionsTaken", joined(facts.actionsTaken()));
        impact(rows, facts.impact());
        people(rows, facts);
        return rows;
    }

    private void personal(List<Row> rows, Facts.PersonalInformation personal) {
        add(rows, "personalInformation", answer(personal.included()));
        add(rows, "personCount", personal.personCount());
        add(rows, "personCountMax", personal.personCountMax());
        add(rows, "myNumber", answer(personal.myNumber()));
        add(rows, "sensitive", answer(personal.sensitive()));
        add(rows, "ordinanceSensitive", answer(personal.ordinanceSensitive()));
        add(rows, "financialHarm", answer(personal.financialHarm()));
        add(rows, "encrypted", answer(personal.encrypted()));
        add(rows, "recoveredUnread", answer(personal.recoveredUnread()));
        add(rows, "medium", key("medium", personal.medium()));
    }

    private void impact(List<Row> rows, Facts.@Nullable Impact impact) {
        if (impact != null) {
            add(rows, "availability", impact.availability());
            add(rows, "spread", impact.spread());
            add(rows, "society", impact.society());
        }
    }

    private void people(List<Row> rows, Facts facts) {
        add(
                rows,
                "reporter",
                section(facts.reporter().section()) + " " + facts.reporter().name());
        add(rows, "phone", facts.reporter().phone());
        add(rows, "email", facts.reporter().email());
        add(rows, "onBehalfOf", facts.onBehalfOf());
    }

    /** As it was typed; after a reorganisation with what the section is called now. */
    private String section(String typed) {
        return sections.presentNameOf(typed)
                .map(now -> texts.of("incident.section.now", typed, now))
                .orElse(typed);
    }

    private void add(List<Row> rows, String fact, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            rows.add(new Row(texts.of("incident.fact." + fact), value.toString()));
        }
    }

    private @Nullable String at(@Nullable Instant at) {
        return at == null ? null : dates.table(at);
    }

    private @Nullable String answer(@Nullable Answer answer) {
        return answer == null ? null : key("answer", answer.key());
    }

    private @Nullable String key(String kind, @Nullable String key) {
        return key == null ? null : texts.of("incident." + kind + "." + key);
    }

    private @Nullable String data(@Nullable List<String> keys) {
        return keys == null
                ? null
                : joined(keys.stream()
                        .map(key -> texts.of("incident.data." + key))
                        .toList());
    }

    private @Nullable String joined(@Nullable List<String> parts) {
        return parts == null ? null : String.join(texts.of("web.and"), parts);
    }
}
