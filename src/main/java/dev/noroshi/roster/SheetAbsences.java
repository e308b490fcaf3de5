package dev.noroshi.roster;

import dev.noroshi.roster.SheetPeople.Meant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the absences in a file with those of the roster, to the minute; one is known by person and beginning. */
final class SheetAbsences {

    /**
     * An absence as the file will have it.
     *
     * @param known null for one that is entered with it
     */
    record Away(
            SheetRow row,
            Meant person,
            @Nullable AbsenceEntity known,
            @Nullable Meant standIn,
            Instant from,
            Instant until) {

        boolean overlaps(Instant otherFrom, Instant otherUntil) {
            return from.isBefore(otherUntil) && until.isAfter(otherFrom);
        }
    }

    private final List<AbsenceEntity> known;
    private final Instant now;
    private final LocalDate today;
    private final List<SheetError> errors;
    private final List<Away> changed = new ArrayList<>();
    private final List<Away> said = new ArrayList<>();
    private final Set<AbsenceEntity> seen = new HashSet<>();
    private final List<SheetChange> changes = new ArrayList<>();

    /** @param known all that ever were */
    SheetAbsences(List<AbsenceEntity> known, Instant now, LocalDate today, List<SheetError> errors) {
        this.known = known;
        this.now = now;
        this.today = today;
        this.errors = errors;
    }

    List<Away> changed() {
        return changed;
    }

    List<SheetChange> changes() {
        return changes;
    }

    /** After the lines of people. */
    void read(SheetRow row, SheetPeople people) {
        int before = errors.size();
        Instant from = moment(row, SheetColumn.STARTS_AT);
        Instant until = moment(row, SheetColumn.ENDS_AT);
        Meant person = people.find(row).orElse(null);
        String instead = row.text(SheetColumn.STAND_IN);
        Meant standIn = instead == null ? null : people.find(instead).orElse(null);
        if (person == null) {
            refuse(row, SheetColumn.NAME, "unknown-person");
        }
        if (instead != null && standIn == null) {
            refuse(row, SheetColumn.STAND_IN, "unknown-person");
        } else if (standIn != null && standIn == person) {
            refuse(row, SheetColumn.STAND_IN, "absence-self");
        }
        if (person == null || from == null || until == null || errors.size() > before) {
            return;
        }
        if (!until.isAfter(from)) {
            refuse(row, SheetColumn.ENDS_AT, "absence-until");
            return;
        }
        take(new Away(row, person, known(person, from), standIn, from, until));
    }

    private void take(Away away) {
        AbsenceEntity absence = away.known();
        boolean same = absence != null
                && SheetMoments.end(absence.until()).equals(away.until())
                && Objects.equals(idOf(absence.standIn()), away.standIn() == null ? null : idOf(away.standIn()));
        if (absence != null && !seen.add(absence)) {
            refuse(away.row(), SheetColumn.STARTS_AT, "sheet-twice-line");
        } else if (!same && !away.until().isAfter(now)) {
            refuse(away.row(), SheetColumn.ENDS_AT, "absence-until");
        } else if (!same && Duration.between(away.from(), away.until()).compareTo(Absences.LONGEST) > 0) {
            refuse(away.row(), SheetColumn.ENDS_AT, "absence-long");
        } else {
            said.add(away);
            if (!same) {
                changed.add(away);
            }
        }
    }

    /** After the last line: nobody is away twice at once. */
    void compare() {
        for (Away away : changed) {
            boolean twice = said.stream()
                    .anyMatch(it -> it != away && it.person() == away.person() && away.overlaps(it.from(), it.until()));
            boolean again = known.stream()
                    .filter(it -> !seen.contains(it) && isOf(it, away.person()))
                    .anyMatch(it -> away.overlaps(it.from(), it.until()));
            if (twice || again) {
                refuse(away.row(), SheetColumn.ENDS_AT, "absence-overlaps");
            }
            note(away);
        }
    }

    private void note(Away away) {
        AbsenceEntity before = away.known();
        List<SheetChange.Value> values = new ArrayList<>();
        SheetChange.differ(
                values, SheetColumn.STARTS_AT, before == null ? null : written(before.from()), written(away.from()));
        SheetChange.differ(
                values,
                SheetColumn.ENDS_AT,
                before == null ? null : SheetMoments.written(SheetMoments.end(before.until())),
                SheetMoments.written(away.until()));
        PersonEntity stood = before == null ? null : before.standIn();
        SheetChange.differ(
                values,
                SheetColumn.STAND_IN,
                stood == null ? null : stood.name(),
                away.standIn() == null ? null : away.standIn().name());
        changes.add(new SheetChange(
                before == null ? "absence-entered" : "absence-changed",
                away.row().line(),
                away.person().name(),
                null,
                values));
    }

    private static String written(Instant from) {
        return SheetMoments.written(SheetMoments.begin(from));
    }

    private @Nullable AbsenceEntity known(Meant person, Instant from) {
        return known.stream()
                .filter(it -> isOf(it, person) && SheetMoments.begin(it.from()).equals(SheetMoments.begin(from)))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOf(AbsenceEntity absence, Meant person) {
        return person.known != null && absence.person().id() == person.known.id();
    }

    private static @Nullable Long idOf(@Nullable PersonEntity person) {
        return person == null ? null : person.id();
    }

    /** Of somebody new: none. */
    private static Long idOf(Meant person) {
        return person.known == null ? 0L : Long.valueOf(person.known.id());
    }

    private @Nullable Instant moment(SheetRow row, SheetColumn column) {
        if (row.text(column) == null) {
            refuse(row, column, "required");
        }
        return row.moment(column, today, errors);
    }

    private void refuse(SheetRow row, SheetColumn column, String code, Object... arguments) {
        errors.add(SheetError.of(row.line(), column.key(), code, arguments));
    }
}
