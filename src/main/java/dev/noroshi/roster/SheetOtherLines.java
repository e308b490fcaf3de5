package dev.noroshi.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sections, absences and on-call turns as lines of a file. */
final class SheetOtherLines {

    private final SheetWords words;
    private final Locale reader;
    private final Map<Long, SheetPerson> people;

    SheetOtherLines(SheetWords words, Locale reader, List<SheetPerson> people) {
        this.words = words;
        this.reader = reader;
        this.people = people.stream().collect(Collectors.toMap(SheetPerson::id, it -> it));
    }

    /** All but those that ended before they began, in the city's order. */
    List<List<String>> sections(Lineages sections) {
        Map<Long, String> names = sections.all().collect(Collectors.toMap(SectionEntity::id, SectionEntity::name));
        return sections.all()
                .filter(it -> it.standsOn(it.from()))
                .sorted(Comparator.comparing(SectionEntity::position)
                        .thenComparing(SectionEntity::from)
                        .thenComparing(SectionEntity::id))
                .map(it -> {
                    Map<SheetColumn, @Nullable Object> values = of(SheetKind.SECTION);
                    values.put(SheetColumn.ORGAN, it.organ());
                    values.put(SheetColumn.DEPARTMENT, it.department());
                    values.put(SheetColumn.SECTION, it.name());
                    values.put(SheetColumn.POSITION, it.position());
                    values.put(SheetColumn.FROM, it.from());
                    values.put(SheetColumn.UNTIL, it.until());
                    values.put(SheetColumn.BECOMES, it.successor() == null ? null : names.get(it.successor()));
                    return SheetCells.line(values);
                })
                .toList();
    }

    List<List<String>> absences(List<AbsenceEntity> absences) {
        return absences.stream()
                .map(it -> {
                    PersonEntity standIn = it.standIn();
                    Map<SheetColumn, @Nullable Object> values = of(SheetKind.ABSENCE);
                    person(values, it.person().id());
                    values.put(SheetColumn.STAND_IN, standIn == null ? null : named(standIn.id()));
                    times(values, it.from(), it.until());
                    return SheetCells.line(values);
                })
                .toList();
    }

    /** All but those that ended before they began, each with its swaps in the order in which they count. */
    List<List<String>> turns(List<Rotation> rotations) {
        List<List<String>> lines = new ArrayList<>();
        for (Rotation rotation : rotations) {
            if (!rotation.end().isAfter(rotation.begin())) {
                continue;
            }
            Map<SheetColumn, @Nullable Object> values = rotation(SheetKind.ROTATION, rotation);
            values.put(SheetColumn.UNTIL, rotation.lastDay());
            values.put(
                    SheetColumn.MEMBERS,
                    rotation.members().stream().map(this::named).collect(Collectors.joining("、")));
            lines.add(SheetCells.line(values));
            for (Rotation.Swap swap : rotation.swaps()) {
                Map<SheetColumn, @Nullable Object> taken = rotation(SheetKind.SWAP, rotation);
                person(taken, swap.person());
                times(taken, swap.from(), swap.until());
                lines.add(SheetCells.line(taken));
            }
        }
        return lines;
    }

    private Map<SheetColumn, @Nullable Object> rotation(SheetKind kind, Rotation rotation) {
        Map<SheetColumn, @Nullable Object> values = of(kind);
        values.put(SheetColumn.ROLE, words.role(rotation.role(), reader));
        values.put(SheetColumn.FROM, rotation.starts());
        values.put(SheetColumn.HANDOVER, rotation.handover());
        values.put(SheetColumn.HOURS, words.hours(rotation.closedOnly() ? "outside" : "always", reader));
        return values;
    }

    private Map<SheetColumn, @Nullable Object> of(SheetKind kind) {
        Map<SheetColumn, @Nullable Object> values = new EnumMap<>(SheetColumn.class);
        values.put(SheetColumn.KIND, words.kind(kind.key(), reader));
        return values;
    }

    private static void times(Map<SheetColumn, @Nullable Object> values, Instant from, Instant until) {
        values.put(SheetColumn.STARTS_AT, SheetMoments.written(SheetMoments.begin(from)));
        values.put(SheetColumn.ENDS_AT, SheetMoments.written(SheetMoments.end(until)));
    }

    private void person(Map<SheetColumn, @Nullable Object> values, long id) {
        SheetPerson person = people.get(id);
        if (person != null) {
            values.put(SheetColumn.NUMBER, id);
            values.put(SheetColumn.ACCOUNT, person.entry().account());
            values.put(SheetColumn.NAME, person.name());
        }
    }

    private String named(long id) {
        SheetPerson person = people.get(id);
        return person == null ? Long.toString(id) : id + " " + person.name();
    }
}
