package dev.noroshi.escalation;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.TimeTarget;
import dev.noroshi.calendar.TimeTargets;
import dev.noroshi.workflow.Processes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is called next and after how long, as {@code escalation.dmn} of the case's edition says (domain.md §6.1). */
@Component
class Ladder {

    private final Processes processes;
    private final TimeTargets targets;
    private final BusinessCalendar calendar;

    Ladder(Processes processes, TimeTargets targets, BusinessCalendar calendar) {
        this.processes = processes;
        this.targets = targets;
        this.calendar = calendar;
    }

    /** One row of the table; rows of the time 0 are called together with the next one, and have its time. */
    record Row(String role, int amount, String unit, boolean decides, Telephone telephone) {

        Row waiting(Row last) {
            return new Row(role, last.amount, last.unit, decides, telephone);
        }
    }

    /** When the window telephones those called, besides the letter; the lower-case name stands in the table. */
    enum Telephone {
        ALWAYS,
        /** When the office is closed, and nobody reads mail. */
        CLOSED,
        NO;

        static Telephone of(@Nullable Object word) {
            return Stream.of(values())
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst()
                    .orElse(NO);
        }
    }

    /** The row of a rung on the call's level; empty where the ladder ends. */
    Optional<Row> rung(Call call, int level, int rung) {
        Map<String, Object> facts =
                Map.of("ladder", call.ladder(), "level", (long) level, "rung", (long) (rung - call.roundStart()));
        return processes.decide("escalation", edition(call), facts).stream()
                .findFirst()
                .map(Ladder::row);
    }

    /** The rows from a rung on that are called together; empty where the ladder ends. */
    List<Row> together(Call call, int level, int rung) {
        List<Row> rows = new ArrayList<>();
        Optional<Row> row = rung(call, level, rung);
        while (row.isPresent()) {
            rows.add(row.get());
            row = row.get().amount() == 0 ? rung(call, level, rung + rows.size()) : Optional.empty();
        }
        return rows.stream().map(one -> one.waiting(rows.get(rows.size() - 1))).toList();
    }

    /** Whether the level has another ladder than the call's. */
    boolean differs(Call call, int level) {
        Optional<Row> row = Optional.empty();
        for (int number = call.roundStart() + 1; number == call.roundStart() + 1 || row.isPresent(); number++) {
            row = rung(call, level, number);
            if (!row.equals(rung(call, call.level(), number))) {
                return true;
            }
        }
        return false;
    }

    /** The roles of the ladder that may take the decision. */
    Set<String> deciders(Call call) {
        Set<String> roles = new HashSet<>();
        Optional<Row> row;
        for (int number = call.roundStart() + 1; (row = rung(call, call.level(), number)).isPresent(); number++) {
            row.filter(Row::decides).map(Row::role).ifPresent(roles::add);
        }
        return roles;
    }

    /** Whether those of the row are telephoned too, when they are called at that moment. */
    boolean telephones(Row row, Instant at) {
        return switch (row.telephone()) {
            case ALWAYS -> true;
            case CLOSED -> !calendar.isOfficeHours(at);
            case NO -> false;
        };
    }

    /** When a ladder that nobody answered is climbed again; empty where the plan sets no time. */
    Optional<Instant> again(Call call, Instant from) {
        return processes
                .decide("time-targets", edition(call), Map.of("target", "call-again", "level", (long) call.level()))
                .stream()
                .findFirst()
                .map(TimeTarget::of)
                .map(it -> targets.due(from, it));
    }

    private String edition(Call call) {
        return processes.editionOf(call.incident()).orElseGet(processes::newestEdition);
    }

    /** When the called people have had their time. */
    Instant patienceEnds(Call.Rung rung) {
        return targets.due(rung.calledAt(), new TimeTarget(rung.amount(), TimeTarget.Unit.valueOf(rung.unit())));
    }

    private static Row row(Map<String, Object> values) {
        return new Row(
                String.valueOf(values.get("role")),
                ((Number) Objects.requireNonNull(values.get("amount"))).intValue(),
                String.valueOf(values.get("unit")),
                Boolean.TRUE.equals(values.get("decides")),
                Telephone.of(values.get("telephone")));
    }
}
