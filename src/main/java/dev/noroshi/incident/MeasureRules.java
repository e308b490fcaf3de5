package dev.noroshi.incident;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Problem.FieldError;
import dev.noroshi.web.TextRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a measure must say, and how it is put into words. */
@Component
class MeasureRules {

    static final int LONGEST = 2000;
    private static final int FURTHEST_YEARS = 10;

    private final MeasureOwners owners;
    private final JapaneseDates dates;

    MeasureRules(MeasureOwners owners, JapaneseDates dates) {
        this.owners = owners;
        this.dates = dates;
    }

    /** @param words null or blank for the CSIRT's lead */
    MeasureOwners.Owner owner(@Nullable String words) {
        return words == null || TextRules.isBlank(words)
                ? owners.lead()
                : owners.named(words).orElseThrow(() -> new InvalidInput("owner", "unknown-owner"));
    }

    Measure checked(Measure measure, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        if (measure.due().isBefore(today)) {
            errors.add(new FieldError("due", "past-day"));
        } else if (measure.due().isAfter(today.plusYears(FURTHEST_YEARS))) {
            errors.add(new FieldError("due", "far-day", FURTHEST_YEARS));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return with(measure, FactsRules.text("what", measure.what(), LONGEST), measure.due());
    }

    private static Measure with(Measure it, String what, LocalDate due) {
        return new Measure(
                it.id(),
                it.incident(),
                what,
                it.owner(),
                it.ownerName(),
                due,
                it.state(),
                it.reason(),
                it.followUp(),
                it.begun(),
                it.remindedAt(),
                it.createdAt(),
                it.version());
    }

    /** An overdue measure keeps its day unless it gets another. */
    Measure changed(Measure before, MeasureChange change, LocalDate today) {
        String state = change.state() == null ? before.state() : change.state();
        if (!Measure.STATES.contains(state)) {
            throw new InvalidInput("state", "choice");
        }
        @Nullable String reason = change.reason() == null ? before.reason() : optional("reason", change.reason());
        if (state.equals("dropped") && reason == null) {
            throw new InvalidInput("reason", "required");
        }
        MeasureOwners.Owner owner = change.owner() == null
                ? new MeasureOwners.Owner(before.owner(), before.ownerName())
                : owner(change.owner());
        Measure after = new Measure(
                before.id(),
                before.incident(),
                change.what() == null ? before.what() : FactsRules.text("what", change.what(), LONGEST),
                owner.key(),
                owner.name(),
                change.due() == null ? before.due() : change.due(),
                state,
                reason,
                change.followUp() == null ? before.followUp() : optional("followUp", change.followUp()),
                before.begun(),
                before.remindedAt(),
                before.createdAt(),
                before.version());
        return after.due().equals(before.due()) ? after : checked(after, today);
    }

    private static @Nullable String optional(String field, String text) {
        return text.isBlank() ? null : FactsRules.text(field, text, LONGEST);
    }

    /** The measure for the timeline. */
    List<Saying> words(Measure measure) {
        return List.of(
                Saying.verbatim(measure.id() + " " + measure.what()),
                pair("owner", Saying.verbatim(measure.ownerName())),
                pair("due", Saying.verbatim(dates.table(measure.due()))));
    }

    /** What is different, for the timeline. */
    List<Saying> difference(Measure before, Measure after) {
        List<Saying> lines = new ArrayList<>(List.of(Saying.verbatim(after.id() + " " + after.what())));
        if (!after.ownerName().equals(before.ownerName())) {
            lines.add(pair("owner", Saying.verbatim(after.ownerName())));
        }
        if (!after.due().equals(before.due())) {
            lines.add(pair("due", Saying.verbatim(dates.table(after.due()))));
        }
        if (!after.state().equals(before.state())) {
            lines.add(pair("state", Saying.phrase("incident.measure.state." + after.state())));
        }
        if (after.reason() != null && !Objects.equals(after.reason(), before.reason())) {
            lines.add(pair("reason", Saying.verbatim(after.reason())));
        }
        if (after.followUp() != null && !Objects.equals(after.followUp(), before.followUp())) {
            lines.add(pair("followUp", Saying.verbatim(after.followUp())));
        }
        return lines;
    }

    /** One line for each, for whoever must agree. */
    String list(List<Measure> measures) {
        return String.join(
                "\n",
                measures.stream()
                        .map(it -> it.what() + "（" + it.ownerName() + "、" + dates.table(it.due()) + "）")
                        .toList());
    }

    private static Saying pair(String field, Saying value) {
        return Saying.pair(Saying.phrase("incident.measure." + field), value);
    }
}
