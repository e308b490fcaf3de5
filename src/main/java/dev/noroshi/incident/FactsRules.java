package dev.noroshi.incident;

import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Problem.FieldError;
import dev.noroshi.web.TextRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What facts may say. Every field that must be changed is named, all at once. */
public final class FactsRules {

    static final int LONG = 10_000;
    static final int SHORT = 200;
    /** Clocks of staff PCs may be a little ahead of ours. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final long MOST_PERSONS = 1_000_000_000L;

    private final List<FieldError> errors = new ArrayList<>();

    private FactsRules() {}

    /** @throws InvalidInput naming each field that cannot be so */
    public static void check(Facts facts, Instant now) {
        FactsRules rules = new FactsRules();
        rules.what(facts, now);
        rules.who(facts.reporter());
        rules.more(facts);
        rules.persons(facts.personal());
        rules.impact(facts.impact());
        if (!rules.errors.isEmpty()) {
            throw new InvalidInput(rules.errors);
        }
    }

    /** A note, a reason: not empty, no control characters, no individual number. */
    static String text(String field, @Nullable String text) {
        return text(field, text, LONG);
    }

    /** As {@link #text(String, String)}, no longer than {@code most} characters. */
    static String text(String field, @Nullable String text, int most) {
        FactsRules rules = new FactsRules();
        rules.required(field, text, most);
        if (!rules.errors.isEmpty() || text == null) {
            throw new InvalidInput(rules.errors);
        }
        return text.strip();
    }

    @SuppressWarnings({"ConstantConditions", "NullAway"}) // JSON leaves out what the type promises
    private void what(Facts facts, Instant now) {
        if (blank(facts.type())) {
            add("type", "required");
        } else if (!IncidentTypes.knows(facts.type())) {
            add("type", "choice");
        }
        if (facts.discoveredAt() == null) {
            add("discoveredAt", "required");
        } else {
            past("discoveredAt", facts.discoveredAt(), now);
        }
        required("description", facts.description(), LONG);
        if (facts.occurredAt() != null) {
            past("occurredAt", facts.occurredAt(), now);
            order(facts);
        }
    }

    /** Nobody notices what has not happened yet. */
    @SuppressWarnings({"ConstantConditions", "NullAway"})
    private void order(Facts facts) {
        boolean said = errors.stream().anyMatch(error -> error.field().equals("occurredAt"));
        if (!said && facts.discoveredAt() != null && facts.occurredAt().isAfter(facts.discoveredAt())) {
            add("occurredAt", "after-discovery");
        }
    }

    @SuppressWarnings("NullAway")
    private void who(Facts.@Nullable Reporter reporter) {
        if (reporter == null) {
            add("reporter", "required");
            return;
        }
        required("reporter.name", reporter.name(), SHORT);
        required("reporter.section", reporter.section(), 100);
        optional("reporter.phone", reporter.phone(), 50);
        optional("reporter.email", reporter.email(), SHORT);
        // 連絡先 belongs to the four required fields (domain.md §5.1): the CSIRT must be able to ask back. Either will do.
        if (blank(reporter.phone()) && blank(reporter.email())) {
            add("reporter.phone", "contact");
        }
        boolean said = errors.stream().anyMatch(error -> error.field().equals("reporter.email"));
        if (!said && !blank(reporter.email()) && !TextRules.isMailbox(reporter.email())) {
            add("reporter.email", "email");
        }
    }

    private void more(Facts facts) {
        optional("onBehalfOf", facts.onBehalfOf(), SHORT);
        optional("place", facts.place(), SHORT);
        optional("businessImpact", facts.businessImpact(), LONG);
        optional("contractor", facts.contractor(), SHORT);
        list("assets", facts.assets());
        list("actionsTaken", facts.actionsTaken());
        if (facts.segment() != null && !IncidentTypes.SEGMENTS.contains(facts.segment())) {
            add("segment", "choice");
        }
        if (facts.dataCategories() != null && !IncidentTypes.DATA.containsAll(facts.dataCategories())) {
            add("dataCategories", "choice");
        }
        range("serviceDownMinutes", facts.serviceDownMinutes(), 0, 5_256_000);
    }

    private void persons(Facts.PersonalInformation personal) {
        range("personalInformation.personCount", personal.personCount(), 0, MOST_PERSONS);
        range("personalInformation.personCountMax", personal.personCountMax(), 0, MOST_PERSONS);
        if (personal.personCount() != null
                && personal.personCountMax() != null
                && personal.personCountMax() < personal.personCount()) {
            add("personalInformation.personCountMax", "below-count", personal.personCount());
        }
        if (personal.medium() != null && !List.of("paper", "electronic").contains(personal.medium())) {
            add("personalInformation.medium", "choice");
        }
        if (personal.included() == Answer.NO) {
            nobody(personal);
        }
    }

    /** Whoever says that nobody is concerned says nothing more of those who are: one of the two is a slip. */
    private void nobody(Facts.PersonalInformation personal) {
        contradicts("personCount", personal.personCount() != null && personal.personCount() > 0);
        contradicts("personCountMax", personal.personCountMax() != null && personal.personCountMax() > 0);
        contradicts("myNumber", personal.myNumber() == Answer.YES);
        contradicts("sensitive", personal.sensitive() == Answer.YES);
        contradicts("ordinanceSensitive", personal.ordinanceSensitive() == Answer.YES);
        contradicts("financialHarm", personal.financialHarm() == Answer.YES);
    }

    private void contradicts(String answer, boolean so) {
        String field = "personalInformation." + answer;
        if (so && errors.stream().noneMatch(error -> error.field().equals(field))) {
            add(field, "not-included");
        }
    }

    private void impact(Facts.@Nullable Impact impact) {
        if (impact != null) {
            range("impact.availability", impact.availability(), 0, Levels.HIGHEST);
            range("impact.spread", impact.spread(), 0, Levels.HIGHEST);
            range("impact.society", impact.society(), 0, Levels.HIGHEST);
        }
    }

    private void past(String field, Instant at, Instant now) {
        if (at.isAfter(now.plus(TOLERANCE))) {
            add(field, "future");
        } else if (at.isBefore(now.minus(Duration.ofDays(36_525)))) {
            add(field, "too-old");
        }
    }

    @SuppressWarnings("NullAway") // JSON may hold a null
    private void list(String field, @Nullable List<String> texts) {
        if (texts == null) {
            return;
        }
        if (texts.size() > 50) {
            add(field, "too-many", 50);
        }
        for (int index = 0; index < texts.size(); index++) {
            optional(field + "." + index, texts.get(index), SHORT);
            if (texts.get(index) == null) {
                add(field + "." + index, "type");
            }
        }
    }

    private void range(String field, @Nullable Long value, long least, long most) {
        if (value != null && (value < least || value > most)) {
            add(field, "range", least, most);
        }
    }

    private void required(String field, @Nullable String text, int most) {
        if (blank(text)) {
            add(field, "required");
        } else {
            optional(field, text, most);
        }
    }

    private void optional(String field, @Nullable String text, int most) {
        if (text != null) {
            (most == LONG ? TextRules.text(field, text, most) : TextRules.line(field, text, most))
                    .ifPresent(errors::add);
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || TextRules.isBlank(text);
    }

    private void add(String field, String code, Object... arguments) {
        errors.add(new FieldError(field, code, arguments));
    }
}
