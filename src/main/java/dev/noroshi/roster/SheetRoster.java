package dev.noroshi.roster;

import dev.noroshi.roster.SheetPeople.Meant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The roster as lines of a file, and what a file makes of it. */
@Component
class SheetRoster {

    private final PersonRepository people;
    private final SectionRepository sections;
    private final AppointmentRepository appointments;

    SheetRoster(PersonRepository people, SectionRepository sections, AppointmentRepository appointments) {
        this.people = people;
        this.sections = sections;
        this.appointments = appointments;
    }

    /** The heading, then a line for each role of each person, and one for a person without. */
    List<List<String>> lines(
            Function<SheetColumn, String> column, Function<String, String> role, Predicate<AppointmentEntity> shown) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(Stream.of(SheetColumn.values()).map(column).toList());
        List<AppointmentEntity> held =
                appointments.whole().stream().filter(shown).toList();
        for (PersonEntity person : people.whole()) {
            List<AppointmentEntity> own =
                    held.stream().filter(it -> it.holderId() == person.id()).toList();
            own.forEach(it -> lines.add(line(person, it, role)));
            if (own.isEmpty()) {
                lines.add(line(person, null, role));
            }
        }
        return lines;
    }

    private static List<String> line(
            PersonEntity person, @Nullable AppointmentEntity held, Function<String, String> role) {
        PersonEntry entry = person.entry();
        SectionEntity section = person.section();
        List<String> cells = new ArrayList<>();
        for (SheetColumn column : SheetColumn.values()) {
            Object value = switch (column) {
                case NUMBER -> person.id();
                case DEPARTMENT -> section == null ? null : section.department();
                case ROLE -> held == null ? null : role.apply(held.role());
                case HEADED -> held == null ? null : held.headed();
                case POSITION -> held == null ? null : held.position();
                case FROM -> held == null ? null : held.from();
                case UNTIL -> held == null ? null : held.until();
                default -> entry.of(column);
            };
            String text = Objects.toString(value, "");
            cells.add(column.isDay() ? text : SheetCells.guarded(text));
        }
        return cells;
    }

    /** Another after every change of people, sections or roles. */
    String version() {
        StringBuilder all = new StringBuilder();
        lines(SheetColumn::key, Function.identity(), it -> true)
                .forEach(line -> all.append(line).append('\n'));
        sections.findAll().forEach(it -> all.append(it.seen()).append(it.from()).append(it.until()));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    SheetPlan plan(LocalDate today, Function<String, Optional<String>> roles, List<SheetError> errors) {
        List<SectionEntity> known = new ArrayList<>(sections.on(today));
        sections.findAll().forEach(known::add);
        SheetSections named = new SheetSections(known, sections.nextPosition(), today);
        return new SheetPlan(
                named,
                new SheetPeople(people.whole()),
                new SheetRoles(appointments.whole(), roles, named, today, errors),
                errors);
    }

    /** Makes the changes. */
    SheetPlan write(SheetPlan plan) {
        sections.saveAll(plan.sections().added());
        plan.changed().stream().map(it -> it.known).filter(Objects::nonNull).forEach(PersonEntity::giveUpAccount);
        people.flush();
        Map<Meant, PersonEntity> written = new IdentityHashMap<>();
        for (Meant meant : plan.changed()) {
            PersonEntity person = Optional.ofNullable(meant.known).orElseGet(PersonEntity::new);
            person.write(meant.entry, plan.sections().named(meant.entry.section()), new EntryCheck());
            written.put(meant, people.save(person));
        }
        plan.roles()
                .changed()
                .forEach(it -> write(
                        it,
                        Optional.ofNullable(it.holder().known)
                                .orElseGet(() -> Objects.requireNonNull(written.get(it.holder()))),
                        plan));
        people.flush();
        return plan;
    }

    private void write(SheetRoles.Held held, PersonEntity holder, SheetPlan plan) {
        AppointmentEntity known = held.known();
        if (known == null) {
            appointments.save(new AppointmentEntity(
                    held.role(),
                    holder,
                    plan.sections().named(held.headed()),
                    held.position(),
                    held.from(),
                    held.until()));
        } else {
            known.place(held.position());
            known.endOn(held.until());
        }
    }
}
