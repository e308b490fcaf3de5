package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.roster.SheetPeople.Meant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The roster as lines of a file, and what a file makes of it. */
@Component
class SheetRoster {

    private final PersonRepository people;
    private final SectionRepository sections;
    private final AppointmentRepository appointments;
    private final ContactRepository contacts;
    private final PostRepository posts;
    private final AbsenceRepository absences;
    private final TurnBook turns;
    private final PostBook book;
    private final SheetWords words;

    SheetRoster(
            PersonRepository people,
            SectionRepository sections,
            AppointmentRepository appointments,
            ContactRepository contacts,
            PostRepository posts,
            AbsenceRepository absences,
            TurnBook turns,
            PostBook book,
            SheetWords words) {
        this.people = people;
        this.sections = sections;
        this.appointments = appointments;
        this.contacts = contacts;
        this.posts = posts;
        this.absences = absences;
        this.turns = turns;
        this.book = book;
        this.words = words;
    }

    /** The heading, the lines of each person, then sections, absences and turns. */
    List<List<String>> lines(Locale reader, Instant now) {
        LocalDate today = day(now);
        List<List<String>> lines = new ArrayList<>();
        lines.add(Stream.of(SheetColumn.values())
                .map(it -> words.column(it, reader))
                .toList());
        Lineages known = book.sections();
        Map<Long, List<AppointmentEntity>> held = appointments.whole().stream()
                .filter(it -> it.standsOn(it.from()))
                .collect(Collectors.groupingBy(AppointmentEntity::holderId));
        SheetLines written = new SheetLines(words, reader, known, today);
        List<SheetPerson> everybody = known(known, today);
        everybody.forEach(it -> lines.addAll(written.of(it, held.getOrDefault(it.id(), List.of()))));
        SheetOtherLines others = new SheetOtherLines(words, reader, everybody);
        lines.addAll(others.sections(known));
        lines.addAll(others.absences(absences.notOver(now)));
        lines.addAll(others.turns(turns.all()));
        return lines;
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, BusinessCalendar.TOKYO);
    }

    /** Everybody as of today. */
    private List<SheetPerson> known(Lineages known, LocalDate today) {
        Map<Long, List<Spell>> spells = posts.whole().stream()
                .collect(Collectors.groupingBy(
                        PostEntity::person, Collectors.mapping(it -> it.spell(known), Collectors.toList())));
        Map<Long, List<ContactEntity>> further = contacts.whole().stream()
                .collect(Collectors.groupingBy(it -> it.seen().person()));
        return people.whole().stream()
                .map(person -> {
                    Career career = new Career(spells.getOrDefault(person.id(), List.of()));
                    Optional<Spell> now = career.on(today);
                    return new SheetPerson(
                            person,
                            person.entry(
                                    now.map(Spell::title).orElse(null),
                                    now.map(it -> known.name(it.section(), today))
                                            .orElse(null)),
                            career,
                            further.getOrDefault(person.id(), List.of()));
                })
                .toList();
    }

    /** Another after every change of what a file speaks of. */
    String version() {
        StringBuilder all = new StringBuilder();
        Lineages known = book.sections();
        known(known, LocalDate.MIN).forEach(it -> {
            all.append(it.id()).append(it.entry());
            it.career()
                    .spells()
                    .forEach(spell -> all.append(spell.id())
                            .append(spell.title())
                            .append(
                                    spell.section() == null
                                            ? 0
                                            : spell.section().lineage())
                            .append(spell.from())
                            .append(spell.until()));
            it.contacts().forEach(contact -> all.append(contact.seen()));
        });
        appointments
                .whole()
                .forEach(it -> all.append(it.id())
                        .append(it.position())
                        .append(it.from())
                        .append(it.until()));
        sections.findAll()
                .forEach(it -> all.append(it.seen())
                        .append(it.organ())
                        .append(it.position())
                        .append(it.from())
                        .append(it.until())
                        .append(it.successor()));
        absences.gone(Instant.EPOCH).forEach(all::append);
        turns.all().forEach(all::append);
        return SheetDigest.version(all.toString());
    }

    SheetPlan plan(Instant now, List<SheetError> errors) {
        LocalDate today = day(now);
        Lineages known = book.sections();
        SheetSections named = new SheetSections(known, sections.nextPosition(), today);
        return new SheetPlan(
                new SheetPeople(known(known, today), today),
                named,
                new SheetPlan.Parts(
                        new SheetPosts(named, today, errors),
                        new SheetRoles(appointments.whole(), words::roleNamed, named, today, errors),
                        new SheetContacts(words, errors),
                        new SheetSectionLines(named, today, errors),
                        new SheetAbsences(absences.notOver(Instant.EPOCH), now, today, errors),
                        new SheetTurns(turns.all(), words, today, errors)),
                errors);
    }

    /** Makes the changes. */
    SheetPlan write(SheetPlan plan) {
        plan.sectionLines().write(sections, appointments);
        plan.sections().added().forEach(sections::begin);
        plan.changed().stream()
                .map(it -> it.known)
                .filter(Objects::nonNull)
                .forEach(it -> it.person().giveUpAccount());
        contacts.deleteAll(plan.contacts().removed());
        people.flush();
        Map<Meant, PersonEntity> written = new IdentityHashMap<>();
        for (Meant meant : plan.changed()) {
            PersonEntity person = meant.known == null ? new PersonEntity() : meant.known.person();
            person.write(meant.entry, new EntryCheck());
            written.put(meant, people.save(person));
        }
        Function<Meant, PersonEntity> who =
                meant -> meant.known != null ? meant.known.person() : Objects.requireNonNull(written.get(meant));
        plan.posts()
                .changed()
                .forEach((meant, after) -> book.write(
                        who.apply(meant).id(),
                        meant.known == null ? new Career(List.of()) : meant.known.career(),
                        after));
        plan.roles().changed().forEach(it -> write(it, who.apply(it.holder()), plan));
        plan.contacts()
                .added()
                .forEach((meant, come) -> come.forEach(it ->
                        contacts.save(new ContactEntity(who.apply(meant).id(), it.kind(), it.hours(), it.value()))));
        plan.absences().changed().forEach(it -> write(it, who));
        turns.write(plan.turns(), it -> who.apply(it).id());
        people.flush();
        return plan;
    }

    private void write(SheetAbsences.Away away, Function<Meant, PersonEntity> who) {
        Meant instead = away.standIn();
        PersonEntity standIn = instead == null ? null : who.apply(instead);
        AbsenceEntity known = away.known();
        if (known == null) {
            absences.save(new AbsenceEntity(who.apply(away.person()), standIn, away.from(), away.until()));
        } else {
            known.change(standIn, away.until());
        }
    }

    private void write(SheetRoles.Held held, PersonEntity holder, SheetPlan plan) {
        AppointmentEntity known = held.known();
        if (known == null) {
            appointments.save(new AppointmentEntity(
                    held.role(),
                    holder,
                    held.headed() == null
                            ? null
                            : plan.roles()
                                    .section(held.headed(), held.from(), held.until())
                                    .orElse(null),
                    held.position(),
                    held.from(),
                    held.until()));
        } else {
            known.place(held.position());
            known.endOn(held.until());
        }
    }
}
