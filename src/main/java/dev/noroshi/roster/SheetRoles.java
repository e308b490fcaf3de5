package dev.noroshi.roster;

import dev.noroshi.identity.Roles;
import dev.noroshi.roster.SheetPeople.Meant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the roles in a file with those that people hold: begun, changed, ended, or as they are. */
final class SheetRoles {

    private static final Pattern PLACE = Pattern.compile("\\d{1,2}");

    /**
     * A role as the file will have it.
     *
     * @param known null for one that begins with it
     */
    record Held(
            Meant holder,
            @Nullable AppointmentEntity known,
            String role,
            @Nullable String headed,
            int position,
            LocalDate from,
            @Nullable LocalDate until) {}

    private final List<AppointmentEntity> appointments;
    private final Map<Long, List<AppointmentEntity>> byHolder;
    private final Function<String, Optional<String>> roles;
    private final SheetSections sections;
    private final LocalDate today;
    private final List<SheetError> errors;
    private final List<Held> changed = new ArrayList<>();
    private final List<SheetChange> changes = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();

    SheetRoles(
            List<AppointmentEntity> appointments,
            Function<String, Optional<String>> roles,
            SheetSections sections,
            LocalDate today,
            List<SheetError> errors) {
        this.appointments = appointments;
        this.byHolder = appointments.stream().collect(Collectors.groupingBy(AppointmentEntity::holderId));
        this.roles = roles;
        this.sections = sections;
        this.today = today;
        this.errors = errors;
    }

    List<Held> changed() {
        return changed;
    }

    List<SheetChange> changes() {
        return changes;
    }

    /** Roles of people that stand or begin later, of which the file does not speak. */
    List<AppointmentEntity> others(Set<Long> people) {
        return appointments.stream()
                .filter(it -> people.contains(it.holderId()) && !seen.contains(it.id()))
                .filter(it -> it.standsOn(today))
                .toList();
    }

    /** @return whether the line changes anything */
    boolean read(Meant holder, SheetRow row) {
        String named = row.text(SheetColumn.ROLE);
        int before = errors.size();
        if (named == null) {
            for (SheetColumn column : List.of(SheetColumn.HEADED, SheetColumn.FROM, SheetColumn.UNTIL)) {
                if (row.text(column) != null) {
                    refuse(row, column, "sheet-role-missing");
                }
            }
            return false;
        }
        Optional<String> role = roles.apply(named);
        if (role.isEmpty()) {
            refuse(row, SheetColumn.ROLE, "unknown-role");
            return false;
        }
        String headed = headed(row, role.get());
        LocalDate from = row.day(SheetColumn.FROM, today, errors);
        LocalDate until = row.day(SheetColumn.UNTIL, today, errors);
        Integer place = place(row);
        AppointmentEntity known = known(holder, role.get(), headed, from);
        if (known == null && headed != null && section(headed, from, until).isEmpty()) {
            refuse(row, SheetColumn.HEADED, "unknown-section");
        }
        if (errors.size() > before) {
            return false;
        }
        Held held = new Held(
                holder,
                known,
                role.get(),
                headed,
                place != null ? place : known == null ? 0 : known.position(),
                from != null ? from : known == null ? today : known.from(),
                row.has(SheetColumn.UNTIL) ? until : known == null ? null : known.until());
        return take(held, row);
    }

    private boolean take(Held held, SheetRow row) {
        AppointmentEntity known = held.known();
        Object key = known != null
                ? known.id()
                : List.of(held.holder(), held.role(), Objects.requireNonNullElse(held.headed(), ""), held.from());
        if (!seen.add(key)) {
            refuse(row, SheetColumn.ROLE, "sheet-twice");
            return false;
        }
        boolean ends = known == null || !Objects.equals(known.until(), held.until());
        LocalDate until = held.until();
        LocalDate first = known == null ? held.from() : held.from().minusDays(1);
        LocalDate earliest = known == null ? saidFirst(row) : today.minusDays(1);
        if (ends && until != null && (until.isBefore(first) || until.isBefore(earliest))) {
            refuse(row, SheetColumn.UNTIL, "last-day");
            return false;
        }
        List<SheetChange.Value> values = values(held, known);
        if (known != null && values.isEmpty()) {
            return false;
        }
        changed.add(held);
        changes.add(new SheetChange(kind(held, known), row.line(), held.holder().name(), held.role(), values));
        return true;
    }

    private static String kind(Held held, @Nullable AppointmentEntity known) {
        LocalDate until = held.until();
        if (known == null) {
            return "appointed";
        }
        boolean earlier = until != null && (known.until() == null || until.isBefore(known.until()));
        return earlier ? "appointment-ended" : "appointment-changed";
    }

    private static List<SheetChange.Value> values(Held held, @Nullable AppointmentEntity known) {
        List<SheetChange.Value> values = new ArrayList<>();
        SheetChange.differ(values, SheetColumn.HEADED, known == null ? null : known.headed(), held.headed());
        SheetChange.differ(
                values,
                SheetColumn.POSITION,
                known == null ? null : Integer.toString(known.position()),
                Integer.toString(held.position()));
        SheetChange.differ(values, SheetColumn.FROM, known == null ? null : known.from(), held.from());
        SheetChange.differ(values, SheetColumn.UNTIL, known == null ? null : known.until(), held.until());
        return values;
    }

    private @Nullable AppointmentEntity known(
            Meant holder, String role, @Nullable String headed, @Nullable LocalDate from) {
        SheetPerson person = holder.known;
        return person == null
                ? null
                : byHolder.getOrDefault(person.id(), List.of()).stream()
                        .filter(it -> it.role().equals(role)
                                && SheetPeople.folded(it.headed()).equals(SheetPeople.folded(headed)))
                        .filter(it ->
                                from == null ? it.standsOn(today) : it.from().equals(from))
                        .findFirst()
                        .orElse(null);
    }

    /** What was long ago may be entered by who says when it began. */
    private LocalDate saidFirst(SheetRow row) {
        return row.text(SheetColumn.FROM) == null ? today : LocalDate.MIN;
    }

    /** The section as it is when the role begins; of what began before, as it is today, and of what is over, as it was. */
    Optional<SectionEntity> section(String headed, @Nullable LocalDate from, @Nullable LocalDate until) {
        return sections.meant(headed, from == null ? today : from, until);
    }

    private @Nullable String headed(SheetRow row, String role) {
        String headed = row.text(SheetColumn.HEADED);
        if (role.equals(Roles.SECTION_MANAGER) && headed == null) {
            refuse(row, SheetColumn.HEADED, "required");
        } else if (!role.equals(Roles.SECTION_MANAGER) && headed != null) {
            refuse(row, SheetColumn.HEADED, "sheet-headed");
        }
        return headed;
    }

    private @Nullable Integer place(SheetRow row) {
        String text = row.text(SheetColumn.POSITION);
        if (text == null) {
            return null;
        }
        if (!PLACE.matcher(text).matches()) {
            refuse(row, SheetColumn.POSITION, "range", 0, 99);
            return null;
        }
        return Integer.valueOf(text);
    }

    private void refuse(SheetRow row, SheetColumn column, String code, Object... arguments) {
        errors.add(SheetError.of(row.line(), column.key(), code, arguments));
    }
}
