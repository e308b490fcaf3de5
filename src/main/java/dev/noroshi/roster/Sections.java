package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.journal.Journal;
import dev.noroshi.web.InvalidInput;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reorganisation: a section becomes another one on a day, or ends. Its people and its head go along; what was reported
 * under the old name keeps it, and finds the section that it became.
 */
@Service
@Transactional
public class Sections {

    private final SectionRepository sections;
    private final PersonRepository people;
    private final AppointmentRepository appointments;
    private final Cautious cautious;
    private final RosterLock lock;
    private final Journal journal;
    private final Clock clock;

    Sections(
            SectionRepository sections,
            PersonRepository people,
            AppointmentRepository appointments,
            Cautious cautious,
            RosterLock lock,
            Journal journal,
            Clock clock) {
        this.sections = sections;
        this.people = people;
        this.appointments = appointments;
        this.cautious = cautious;
        this.lock = lock;
        this.journal = journal;
        this.clock = clock;
    }

    /** All there were, are and will be, those of today first in the city's order. */
    @Transactional(readOnly = true)
    public List<SectionPeriod> all() {
        requireAdmin();
        return sections.whole().stream().map(this::seen).toList();
    }

    /**
     * From a day on the section has another name or department; people and head go along on that day.
     *
     * @param from the first day of the new section; today or later
     * @return the new section's number
     */
    public long rename(long id, @Nullable String name, @Nullable String department, @Nullable LocalDate from) {
        requireAdmin();
        lock.take();
        SectionEntity old = standing(id);
        EntryCheck check = new EntryCheck();
        String newName = check.required("name", name, 100);
        String newDepartment = check.required("department", department, 100);
        LocalDate first = from == null ? today() : from;
        if (first.isBefore(today()) || !first.isAfter(old.from())) {
            check.refuse("from", "first-day");
        }
        check.requireClean();
        if (sections.on(first).stream().anyMatch(it -> it.isLike(newName) && it.id() != id)) {
            throw new InvalidInput("name", "section-exists");
        }
        SectionEntity next = sections.save(new SectionEntity(newName, newDepartment, old.position(), first));
        old.become(next.id(), first.minusDays(1));
        appointments.headsOf(id, first).forEach(head -> {
            appointments.save(head.of(next, first));
            head.endOn(first.minusDays(1));
        });
        journal.record("roster.section-renamed", old.name(), newDepartment + newName + " " + first);
        moveOn();
        return next.id();
    }

    /**
     * Ends a section without another in its place; its head is none any more.
     *
     * @param lastDay null for yesterday
     * @param consent whether to go on when some call then reaches nobody
     * @throws NewHoles without consent
     */
    public void end(long id, @Nullable LocalDate lastDay, boolean consent) {
        requireAdmin();
        lock.take();
        SectionEntity old = standing(id);
        LocalDate last = lastDay == null ? today().minusDays(1) : lastDay;
        if (last.isBefore(today().minusDays(1)) || last.isBefore(old.from().minusDays(1))) {
            throw new InvalidInput("lastDay", "last-day");
        }
        cautious.change(consent, () -> {
            old.become(null, last);
            appointments.headsOf(id, last.plusDays(1)).forEach(head -> head.endOn(last));
            return old;
        });
        journal.record("roster.section-ended", old.name(), last.toString());
    }

    /** The day has come: people whose section became another one are in that one. */
    @Scheduled(fixedDelayString = "PT30M", initialDelayString = "PT2M")
    public void moveOn() {
        people.inEndedSections(today())
                .forEach(person -> successor(person.section())
                        .filter(next -> !next.from().isAfter(today()))
                        .ifPresent(next -> {
                            person.moveTo(next);
                            journal.record("roster.person-changed", person.name(), next.name());
                        }));
    }

    private Optional<SectionEntity> successor(@Nullable SectionEntity old) {
        return Optional.ofNullable(old)
                .flatMap(it -> Optional.ofNullable(it.successor()))
                .flatMap(sections::findById);
    }

    private SectionPeriod seen(SectionEntity it) {
        return new SectionPeriod(
                it.id(),
                it.name(),
                it.department(),
                it.from(),
                it.until(),
                successor(it).map(SectionEntity::name).orElse(null));
    }

    private SectionEntity standing(long id) {
        return sections.findById(id)
                .filter(it -> it.until() == null)
                .orElseThrow(() -> new InvalidInput("section", "unknown-section"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
    }

    private static void requireAdmin() {
        Actor actor = Actors.current();
        if (!actor.isSystem() && !actor.holds(Roles.ADMIN)) {
            throw new NotYours("roster.change");
        }
    }
}
