package dev.noroshi.roster;

import dev.noroshi.identity.Roles;
import dev.noroshi.roster.SheetPeople.Meant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the on-call turns in a file with those of the roster. A rotation is known by role, first day, time of handing over
 * and hours; who takes turns in it does not change, so others are a rotation of their own. Who does not hold the role may be
 * listed, as who held it once: a turn gives nobody a role.
 */
final class SheetTurns {

    private record Key(String role, LocalDate starts, LocalTime handover, boolean closedOnly) {}

    /**
     * A rotation as the file will have it.
     *
     * @param known null for one that begins with it
     */
    record Planned(
            @Nullable Rotation known,
            Key key,
            List<Meant> members,
            @Nullable LocalDate until) {}

    /** A swap that is not known; its rotation is one of the roster or of the file. */
    record Taken(@Nullable Rotation known, @Nullable Planned planned, Meant person, Instant from, Instant until) {}

    private final List<Rotation> rotations;
    private final SheetWords words;
    private final LocalDate today;
    private final List<SheetError> errors;
    private final Map<Key, List<Planned>> said = new LinkedHashMap<>();
    private final List<Planned> changed = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<SheetChange> changes = new ArrayList<>();

    /** @param rotations all that ever were */
    SheetTurns(List<Rotation> rotations, SheetWords words, LocalDate today, List<SheetError> errors) {
        this.rotations = rotations;
        this.words = words;
        this.today = today;
        this.errors = errors;
    }

    List<SheetChange> changes() {
        return changes;
    }

    /** After the lines of people. */
    void rotation(SheetRow row, SheetPeople people) {
        int before = errors.size();
        Key key = key(row);
        LocalDate until = row.day(SheetColumn.UNTIL, today, errors);
        List<Meant> members = members(row, people);
        if (key == null || errors.size() > before) {
            return;
        }
        List<Rotation> alike = alike(key).toList();
        Rotation known =
                alike.stream().filter(it -> isOf(it, members)).findFirst().orElse(null);
        if (known == null && !alike.isEmpty()) {
            refuse(row, SheetColumn.MEMBERS, "sheet-members");
            return;
        }
        LocalDate last = row.has(SheetColumn.UNTIL) || known == null ? until : known.lastDay();
        take(row, new Planned(known, key, members, last));
    }

    private void take(SheetRow row, Planned plan) {
        Rotation known = plan.known();
        LocalDate until = plan.until();
        boolean same = known != null && Objects.equals(known.lastDay(), until);
        List<Planned> before = said.computeIfAbsent(plan.key(), it -> new ArrayList<>());
        LocalDate earliest = known == null
                ? plan.key().starts()
                : plan.key().starts().isAfter(today) ? plan.key().starts().minusDays(1) : today.minusDays(1);
        if (before.stream().anyMatch(it -> it.members().equals(plan.members()))) {
            refuse(row, SheetColumn.ROLE, "sheet-twice-line");
        } else if (!same && until != null && until.isBefore(earliest)) {
            refuse(row, SheetColumn.UNTIL, "last-day");
        } else if (!same) {
            changed.add(plan);
            note(row, plan);
        }
        before.add(plan);
    }

    private void note(SheetRow row, Planned plan) {
        Rotation known = plan.known();
        List<SheetChange.Value> values = new ArrayList<>();
        if (known == null) {
            SheetChange.differ(
                    values,
                    SheetColumn.MEMBERS,
                    null,
                    plan.members().stream().map(Meant::name).collect(Collectors.joining("、")));
            SheetChange.differ(values, SheetColumn.FROM, null, plan.key().starts());
            SheetChange.differ(values, SheetColumn.HANDOVER, null, plan.key().handover());
            SheetChange.differ(values, SheetColumn.HOURS, null, plan.key().closedOnly() ? "outside" : "always");
        }
        SheetChange.differ(values, SheetColumn.UNTIL, known == null ? null : known.lastDay(), plan.until());
        String kind = known == null ? "rotation-begun" : plan.until() == null ? "rotation-changed" : "rotation-ended";
        changes.add(new SheetChange(kind, row.line(), "", plan.key().role(), values));
    }

    /** After the lines of rotations. */
    void swap(SheetRow row, SheetPeople people) {
        int before = errors.size();
        Key key = key(row);
        Instant from = moment(row, SheetColumn.STARTS_AT);
        Instant until = moment(row, SheetColumn.ENDS_AT);
        Meant person = people.find(row).orElse(null);
        if (person == null) {
            refuse(row, SheetColumn.NAME, "unknown-person");
        }
        if (from != null && until != null && !until.isAfter(from)) {
            refuse(row, SheetColumn.ENDS_AT, "absence-until");
        }
        if (key == null || person == null || from == null || until == null || errors.size() > before) {
            return;
        }
        Rotation known = alike(key).findFirst().orElse(null);
        Planned planned = said.getOrDefault(key, List.of()).stream().findFirst().orElse(null);
        if (known == null && planned == null) {
            refuse(row, SheetColumn.FROM, "sheet-rotation");
        } else if (alike(key).noneMatch(it -> has(it, person, from, until))) {
            taken.add(new Taken(known, planned, person, from, until));
            changes.add(new SheetChange(
                    "turn-swapped",
                    row.line(),
                    person.name(),
                    key.role(),
                    List.of(
                            new SheetChange.Value(SheetColumn.STARTS_AT.key(), null, SheetMoments.written(from)),
                            new SheetChange.Value(SheetColumn.ENDS_AT.key(), null, SheetMoments.written(until)))));
        }
    }

    private static boolean has(Rotation rotation, Meant person, Instant from, Instant until) {
        return rotation.swaps().stream()
                .anyMatch(it -> person.known != null
                        && it.person() == person.known.id()
                        && SheetMoments.begin(it.from()).equals(from)
                        && SheetMoments.end(it.until()).equals(until));
    }

    private Stream<Rotation> alike(Key key) {
        return rotations.stream()
                .filter(it -> key.equals(new Key(it.role(), it.starts(), it.handover(), it.closedOnly())));
    }

    private static boolean isOf(Rotation rotation, List<Meant> members) {
        return members.stream().allMatch(it -> it.known != null)
                && rotation.members()
                        .equals(members.stream()
                                .map(it -> Objects.requireNonNull(it.known).id())
                                .toList());
    }

    private @Nullable Key key(SheetRow row) {
        Optional<String> role = Optional.ofNullable(row.text(SheetColumn.ROLE)).flatMap(words::roleNamed);
        LocalDate starts = row.day(SheetColumn.FROM, today, errors);
        String hours = row.text(SheetColumn.HOURS);
        String handover = row.text(SheetColumn.HANDOVER);
        Optional<String> when = hours == null ? Optional.of("outside") : words.hoursNamed(hours);
        Optional<LocalTime> time = handover == null ? Optional.of(LocalTime.of(8, 30)) : SheetMoments.time(handover);
        if (role.filter(it -> !it.equals(Roles.SECTION_MANAGER)).isEmpty()) {
            refuse(row, SheetColumn.ROLE, "unknown-role");
        }
        if (row.text(SheetColumn.FROM) == null) {
            refuse(row, SheetColumn.FROM, "required");
        }
        if (when.filter(it -> !it.equals("office")).isEmpty()) {
            refuse(row, SheetColumn.HOURS, "choice");
        }
        if (time.isEmpty()) {
            refuse(row, SheetColumn.HANDOVER, "sheet-time");
        }
        return role.isEmpty() || starts == null || when.isEmpty() || time.isEmpty()
                ? null
                : new Key(role.get(), starts, time.get(), when.get().equals("outside"));
    }

    private List<Meant> members(SheetRow row, SheetPeople people) {
        String text = row.text(SheetColumn.MEMBERS);
        List<String> named = text == null ? List.of() : List.of(text.split("[、,，;；\\n]\\s*"));
        if (named.isEmpty() || named.size() > Duties.MOST_MEMBERS) {
            refuse(row, SheetColumn.MEMBERS, named.isEmpty() ? "required" : "sheet-members-many", Duties.MOST_MEMBERS);
        }
        List<Meant> members = new ArrayList<>();
        for (String name : named) {
            people.find(name)
                    .ifPresentOrElse(members::add, () -> refuse(row, SheetColumn.MEMBERS, "sheet-person", name));
        }
        return members;
    }

    /** Makes the changes. @param id the roster's number of a person */
    void write(RotationRepository repository, SwapRepository swaps, Function<Meant, Long> id) {
        Map<Planned, Long> begun = new LinkedHashMap<>();
        for (Planned plan : changed) {
            Rotation known = plan.known();
            if (known == null) {
                begun.put(
                        plan,
                        repository.save(new RotationEntity(rotation(plan, id))).id());
            } else {
                repository.findById(known.id()).ifPresent(it -> it.endOn(plan.until()));
            }
        }
        for (Taken it : taken) {
            Rotation known = it.known();
            long rotation = known != null ? known.id() : Objects.requireNonNull(begun.get(it.planned()));
            swaps.save(new SwapEntity(rotation, new Rotation.Swap(id.apply(it.person()), it.from(), it.until())));
        }
    }

    private static Rotation rotation(Planned plan, Function<Meant, Long> id) {
        Key key = plan.key();
        return new Rotation(
                0,
                key.role(),
                plan.members().stream().map(id).toList(),
                key.starts(),
                key.handover(),
                plan.until(),
                key.closedOnly(),
                List.of());
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
