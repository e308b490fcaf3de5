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
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reorganisation: a section begins, becomes another one on a day, or ends. Department and organ are what a section belongs
 * to in a period of its own, so they change on a day with it. Its people and its head go along; what was reported under the
 * old name keeps it, and finds the section that it became.
 */
@Service
@Transactional
public class Sections {

    private final SectionRepository sections;
    private final AppointmentRepository appointments;
    private final Cautious cautious;
    private final RosterLock lock;
    private final Journal journal;
    private final Clock clock;

    Sections(
            SectionRepository sections,
            AppointmentRepository appointments,
            Cautious cautious,
            RosterLock lock,
            Journal journal,
            Clock clock) {
        this.sections = sections;
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

    /** Names of the sections that stand today or begin later, in the city's order, each once. */
    @Transactional(readOnly = true)
    public List<String> names() {
        requireAdmin();
        return sections.whole().stream()
                .filter(it -> it.standsOn(today()))
                .map(SectionEntity::name)
                .distinct()
                .toList();
    }

    /** What a section is called today that text calls by a former name; empty for any other text. */
    @Transactional(readOnly = true)
    public Optional<String> presentNameOf(String text) {
        Lineages known = new Lineages(sections.findAll());
        return known.named(text, today()).isPresent()
                ? Optional.empty()
                : known.formerly(text, today()).map(SectionEntity::name);
    }

    /** Organs (機関区分) in use, each once. */
    @Transactional(readOnly = true)
    public List<String> organs() {
        requireAdmin();
        return sections.whole().stream()
                .flatMap(it -> Optional.ofNullable(it.organ()).stream())
                .distinct()
                .toList();
    }

    /**
     * Adds a section.
     *
     * @param from its first day, past or to come; null for today
     */
    public long add(SectionDraft entry, @Nullable LocalDate from) {
        requireAdmin();
        lock.take();
        EntryCheck check = new EntryCheck();
        SectionDraft draft = entry.checked(check, "sectionName");
        LocalDate first = from == null ? today() : from;
        check.day("sectionFrom", first, today());
        if (nameTaken(String.valueOf(draft.name()), first, null)) {
            check.refuse("sectionName", "section-exists");
        }
        check.requireClean();
        SectionEntity added = begun(draft, first);
        journal.record("roster.section-added", added.name(), added.department() + " " + first);
        return added.id();
    }

    /**
     * From a day on the section has another name, department or organ; people and head go along on that day. What was entered
     * for a day to come is corrected by naming the same day again.
     *
     * @param entry without an organ the section stays in that of before
     * @param from the first day of the new section; today or later
     * @return the new section's number
     */
    public long rename(long id, SectionDraft entry, @Nullable LocalDate from) {
        requireAdmin();
        lock.take();
        SectionEntity old = standing(id);
        EntryCheck check = new EntryCheck();
        SectionDraft draft = entry.checked(check, "name").keeping(old.organ());
        LocalDate first = from == null ? today() : from;
        check.day("from", first, today());
        boolean corrects = first.equals(old.from()) && first.isAfter(today());
        if (first.isBefore(today()) || !corrects && !first.isAfter(old.from())) {
            check.refuse("from", "first-day");
        }
        if (nameTaken(String.valueOf(draft.name()), first, old)) {
            check.refuse("name", "section-exists");
        }
        check.requireClean();
        journal.record("roster.section-renamed", old.name(), draft.department() + draft.name() + " " + first);
        if (corrects) {
            old.write(draft);
            return id;
        }
        return succeeded(old, draft, first);
    }

    private long succeeded(SectionEntity old, SectionDraft draft, LocalDate first) {
        SectionEntity next = sections.save(new SectionEntity(draft, old.position(), first));
        next.descendFrom(old);
        old.become(next.id(), first.minusDays(1));
        appointments.headsOf(old.id(), first).forEach(head -> {
            appointments.save(head.of(next, first));
            head.endOn(first.minusDays(1));
        });
        return next.id();
    }

    /** Whether another section has the name on some day from the first on. */
    private boolean nameTaken(String name, LocalDate first, @Nullable SectionEntity itself) {
        return StreamSupport.stream(sections.findAll().spliterator(), false)
                .filter(it -> it.isLike(name) && (itself == null || it.id() != itself.id()))
                .anyMatch(
                        it -> it.standsOn(first) || itself != null && it.from().equals(first));
    }

    /** One that was ended before it began stands again. */
    private SectionEntity begun(SectionDraft draft, LocalDate first) {
        Optional<SectionEntity> same = sections.begun(String.valueOf(draft.name()), first);
        if (same.filter(it -> it.standsOn(first)).isPresent()) {
            throw new InvalidInput("sectionName", "section-exists");
        }
        same.ifPresent(it -> {
            it.write(draft);
            it.standAgain();
        });
        return same.orElseGet(() -> sections.begin(new SectionEntity(draft, sections.nextPosition(), first)));
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
        LocalDate last = EntryCheck.lastDay(lastDay, today());
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

    private SectionPeriod seen(SectionEntity it) {
        return new SectionPeriod(
                it.id(),
                it.name(),
                it.department(),
                it.organ(),
                it.from(),
                it.until(),
                Optional.ofNullable(it.successor())
                        .flatMap(sections::findById)
                        .map(SectionEntity::name)
                        .orElse(null));
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
