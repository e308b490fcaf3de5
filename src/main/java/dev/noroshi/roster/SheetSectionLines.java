package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the lines of a file that speak of sections with those of the roster: new ones, with what they become, and ends. What
 * has its days already keeps them.
 */
final class SheetSectionLines {

    private static final Pattern PLACE = Pattern.compile("\\d{1,6}");

    /**
     * A section as the file will have it.
     *
     * @param known whether the roster has it already
     * @param becomes the name of the section that goes on with it; null for none
     */
    record Line(
            SheetRow row,
            SectionEntity section,
            boolean known,
            @Nullable LocalDate until,
            @Nullable String becomes,
            int position) {

        boolean ends() {
            return !Objects.equals(until, section.until());
        }

        boolean meets(SectionEntity other, @Nullable LocalDate otherUntil) {
            return section != other
                    && other.isLike(section.name())
                    && (until == null || !until.isBefore(other.from()))
                    && (otherUntil == null
                            || !otherUntil.isBefore(section.from()) && !otherUntil.isBefore(other.from()));
        }
    }

    private record Key(String name, LocalDate from) {}

    private final SheetSections sections;
    private final LocalDate today;
    private final List<SheetError> errors;
    private final Map<Key, Line> lines = new LinkedHashMap<>();
    private final Map<SectionEntity, SectionEntity> next = new HashMap<>();
    private final List<SheetChange> changes = new ArrayList<>();

    SheetSectionLines(SheetSections sections, LocalDate today, List<SheetError> errors) {
        this.sections = sections;
        this.today = today;
        this.errors = errors;
    }

    List<SheetChange> changes() {
        return changes;
    }

    void read(List<SheetRow> rows) {
        rows.forEach(this::read);
        lines.values().forEach(this::link);
        lines.values().stream().filter(it -> !it.known()).forEach(this::alone);
        lines.values().forEach(this::note);
        sections.plan(lines.values().stream()
                .filter(it -> !it.known())
                .map(Line::section)
                .toList());
    }

    private void read(SheetRow row) {
        int before = errors.size();
        LocalDate from = row.day(SheetColumn.FROM, today, errors);
        LocalDate until = row.day(SheetColumn.UNTIL, today, errors);
        Integer place = place(row);
        String name = Objects.requireNonNullElse(row.text(SheetColumn.SECTION), "");
        SectionEntity known = (from == null
                        ? sections.known().named(name, today)
                        : sections.known().begun(name, from))
                .orElse(null);
        SectionDraft draft = draft(row, known);
        if (errors.size() > before) {
            return;
        }
        if (known == null) {
            SectionEntity section = new SectionEntity(
                    draft, place == null ? sections.nextPosition() : place, from == null ? today : from);
            section.become(null, until);
            keep(new Line(row, section, false, until, row.text(SheetColumn.BECOMES), section.position()));
        } else {
            keep(new Line(
                    row,
                    known,
                    true,
                    row.has(SheetColumn.UNTIL) ? until : known.until(),
                    row.text(SheetColumn.BECOMES, nextName(known)),
                    place == null ? known.position() : place));
        }
    }

    private SectionDraft draft(SheetRow row, @Nullable SectionEntity known) {
        EntryCheck check = new EntryCheck();
        SectionDraft draft = new SectionDraft(
                        row.text(SheetColumn.SECTION),
                        row.text(SheetColumn.DEPARTMENT, known == null ? null : known.department()),
                        row.text(SheetColumn.ORGAN, known == null ? null : known.organ()))
                .checked(check, SheetColumn.SECTION.key());
        if (known != null) {
            agrees(check, SheetColumn.DEPARTMENT, known.name(), known.department(), draft.department());
            agrees(check, SheetColumn.ORGAN, known.name(), known.organ(), draft.organ());
        }
        check.errors().forEach(it -> errors.add(new SheetError(row.line(), it.field(), it.code(), it.arguments())));
        return draft;
    }

    private static void agrees(
            EntryCheck check, SheetColumn column, String name, @Nullable String known, @Nullable String said) {
        if (!SheetPeople.folded(said).equals(SheetPeople.folded(known))) {
            check.refuse(column.key(), "sheet-department", name, known == null ? "―" : known);
        }
    }

    private void keep(Line line) {
        SectionEntity section = line.section();
        LocalDate until = line.until();
        boolean ends = line.known() && line.ends();
        if (until != null && until.isBefore(section.from())) {
            refuse(line, SheetColumn.UNTIL, "last-day");
        } else if (until == null && line.becomes() != null) {
            refuse(line, SheetColumn.UNTIL, "required");
        } else if (ends && section.until() != null) {
            refuse(line, SheetColumn.UNTIL, "sheet-section-days");
        } else if (ends && until != null && until.isBefore(today.minusDays(1))) {
            refuse(line, SheetColumn.UNTIL, "last-day");
        } else if (lines.putIfAbsent(new Key(SearchKey.of(section.name()), section.from()), line) != null) {
            refuse(line, SheetColumn.SECTION, "sheet-twice-line");
        }
    }

    /** Finds what the section becomes. */
    private void link(Line line) {
        boolean stays = line.known() && !line.ends();
        String becomes = line.becomes();
        LocalDate until = line.until();
        if (stays && !SheetPeople.folded(becomes).equals(SheetPeople.folded(nextName(line.section())))) {
            refuse(line, SheetColumn.BECOMES, "sheet-section-days");
        } else if (!stays && becomes != null && until != null) {
            Line follows = lines.get(new Key(SearchKey.of(becomes), until.plusDays(1)));
            Optional<SectionEntity> target = follows != null
                    ? Optional.of(follows.section())
                    : sections.known().begun(becomes, until.plusDays(1));
            if (target.isEmpty()) {
                refuse(line, SheetColumn.BECOMES, "sheet-becomes", becomes, until.plusDays(1));
            } else if (line.known() && target.get().id() != 0 || next.containsValue(target.get())) {
                refuse(line, SheetColumn.BECOMES, "sheet-section-days");
            } else {
                next.put(line.section(), target.get());
            }
        }
    }

    private @Nullable String nextName(SectionEntity section) {
        Long successor = section.successor();
        return successor == null
                ? null
                : sections.known()
                        .all()
                        .filter(it -> it.id() == successor)
                        .map(SectionEntity::name)
                        .findFirst()
                        .orElse(null);
    }

    /** No other section has the name on one of its days. */
    private void alone(Line line) {
        boolean met = Stream.concat(
                        lines.values().stream().map(it -> line.meets(it.section(), it.until())),
                        sections.known()
                                .all()
                                .filter(it -> lines.values().stream().noneMatch(other -> other.section() == it))
                                .map(it -> line.meets(it, it.until())))
                .anyMatch(it -> it);
        if (met) {
            refuse(line, SheetColumn.SECTION, "section-exists");
        }
    }

    private void note(Line line) {
        SectionEntity section = line.section();
        boolean known = line.known();
        List<SheetChange.Value> values = new ArrayList<>();
        if (!known) {
            SheetChange.differ(values, SheetColumn.ORGAN, null, section.organ());
            SheetChange.differ(values, SheetColumn.DEPARTMENT, null, section.department());
            SheetChange.differ(values, SheetColumn.FROM, null, section.from());
        }
        SheetChange.differ(values, SheetColumn.UNTIL, known ? section.until() : null, line.until());
        SheetChange.differ(values, SheetColumn.BECOMES, known ? nextName(section) : null, line.becomes());
        SheetChange.differ(values, SheetColumn.POSITION, known ? section.position() : null, line.position());
        if (!values.isEmpty()) {
            String kind = !known ? "section-added" : line.ends() ? "section-ended" : "section-changed";
            changes.add(new SheetChange(kind, line.row().line(), section.name(), null, values));
        }
    }

    /** Makes the changes; heads go along with a section that becomes another, and end with one that does not. */
    void write(SectionRepository repository, AppointmentRepository appointments) {
        List<Line> sorted = lines.values().stream()
                .sorted(Comparator.comparing(it -> it.section().from()))
                .toList();
        sorted.stream().filter(it -> !it.known()).forEach(it -> repository.save(it.section()));
        sorted.stream().filter(it -> !it.known()).forEach(it -> descend(it.section()));
        for (Line line : sorted) {
            SectionEntity section = line.section();
            SectionEntity becomes = next.get(section);
            LocalDate until = line.until();
            if (line.known() && line.ends() && until != null) {
                appointments.headsOf(section.id(), until.plusDays(1)).forEach(head -> {
                    if (becomes != null) {
                        appointments.save(head.of(becomes, until.plusDays(1)));
                    }
                    head.endOn(until);
                });
            }
            if (!line.known() || line.ends()) {
                section.become(becomes == null ? null : becomes.id(), until);
            }
            section.place(line.position());
        }
    }

    /** Of one lineage with what it was before, or with what the roster has that it becomes. */
    private void descend(SectionEntity section) {
        Optional<SectionEntity> before = next.entrySet().stream()
                .filter(it -> it.getValue() == section)
                .map(Map.Entry::getKey)
                .findFirst();
        SectionEntity after = next.get(section);
        while (after != null && next.containsKey(after)) {
            after = next.get(after);
        }
        if (before.isPresent()) {
            section.descendFrom(before.get());
        } else if (after != null && sections.known().all().toList().contains(after)) {
            section.descendFrom(after);
        } else {
            section.descendFromNone();
        }
    }

    private @Nullable Integer place(SheetRow row) {
        String text = row.text(SheetColumn.POSITION);
        if (text != null && !PLACE.matcher(text).matches()) {
            errors.add(SheetError.of(row.line(), SheetColumn.POSITION.key(), "range", 0, 999_999));
            return null;
        }
        return text == null ? null : Integer.valueOf(text);
    }

    private void refuse(Line line, SheetColumn column, String code, Object... arguments) {
        errors.add(SheetError.of(line.row().line(), column.key(), code, arguments));
    }
}
