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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the roster: administrators add people, sections and appointments. What was true stays, with its last day. */
@Service
@Transactional
public class RosterChanges {

    private final PersonRepository people;
    private final SectionRepository sections;
    private final AppointmentRepository appointments;
    private final Cautious cautious;
    private final RosterLock lock;
    private final Journal journal;
    private final Clock clock;

    RosterChanges(
            PersonRepository people,
            SectionRepository sections,
            AppointmentRepository appointments,
            Cautious cautious,
            RosterLock lock,
            Journal journal,
            Clock clock) {
        this.cautious = cautious;
        this.lock = lock;
        this.people = people;
        this.sections = sections;
        this.appointments = appointments;
        this.journal = journal;
        this.clock = clock;
    }

    /** Adds a section that exists from today. */
    public long addSection(@Nullable String name, @Nullable String department) {
        requireAdmin();
        lock.take();
        EntryCheck check = new EntryCheck();
        String section = check.required("sectionName", name, 100);
        String within = check.required("department", department, 100);
        if (sectionNamed(section).isPresent()) {
            check.refuse("sectionName", "section-exists");
        }
        check.requireClean();
        SectionEntity added = sections.save(new SectionEntity(section, within, sections.nextPosition(), today()));
        journal.record("roster.section-added", section, null);
        return added.seen().id();
    }

    public long addPerson(PersonEntry entry) {
        requireAdmin();
        lock.take();
        PersonEntity person = new PersonEntity();
        write(person, entry);
        long id = people.save(person).id();
        journal.record("roster.person-added", person.name(), null);
        return id;
    }

    /**
     * @param consent whether to go on when some call then reaches nobody
     * @throws UnknownPerson when the roster has no such person
     * @throws NewHoles without consent
     */
    public void editPerson(long id, PersonEntry entry, boolean consent) {
        requireAdmin();
        lock.take();
        PersonEntity person = people.findById(id).orElseThrow(() -> new UnknownPerson(id));
        cautious.change(consent, () -> {
            write(person, entry);
            return person;
        });
        journal.record("roster.person-changed", person.name(), null);
    }

    /** @throws UnknownPerson when the roster has no such person */
    @Transactional(readOnly = true)
    public Person person(long id) {
        requireAdmin();
        return people.seen(id).orElseThrow(() -> new UnknownPerson(id));
    }

    /**
     * Appoints a person, from today unless the entry names another day.
     *
     * @return the appointment's number
     * @throws NewHoles where the entry asks for caution and some call would reach nobody
     */
    public long appoint(AppointmentEntry entry) {
        requireAdmin();
        lock.take();
        EntryCheck check = new EntryCheck();
        String held = check.required("role", entry.role(), 40);
        if (!held.isEmpty() && !Roles.ALL.contains(held)) {
            check.refuse("role", "unknown-role");
        }
        Optional<PersonEntity> holder = entry.person() == null ? Optional.empty() : people.findById(entry.person());
        if (holder.isEmpty()) {
            check.refuse("person", "required");
        }
        SectionEntity headed = headed(held, entry.section(), check);
        LocalDate from = entry.from() == null ? today() : entry.from();
        if (entry.until() != null
                && (entry.until().isBefore(from) || entry.until().isBefore(today()))) {
            check.refuse("until", "last-day");
        }
        check.requireClean();
        AppointmentEntity appointed =
                new AppointmentEntity(held, holder.orElseThrow(), headed, entry.place(), from, entry.until());
        journal.record("roster.appointed", held, appointed.holder());
        return Boolean.FALSE.equals(entry.consent())
                ? cautious.change(false, () -> appointments.save(appointed)).id()
                : appointments.save(appointed).id();
    }

    private @Nullable SectionEntity headed(String role, @Nullable String section, EntryCheck check) {
        if (!role.equals(Roles.SECTION_MANAGER)) {
            return null;
        }
        Optional<SectionEntity> headed = section == null ? Optional.empty() : sectionNamed(section);
        if (headed.isEmpty()) {
            check.refuse("headed", "unknown-section");
        }
        return headed.orElse(null);
    }

    /**
     * Ends an appointment.
     *
     * @param lastDay null for yesterday
     * @param consent whether to go on when some call then reaches nobody
     * @throws NewHoles without consent
     */
    public void dismiss(long appointment, @Nullable LocalDate lastDay, boolean consent) {
        requireAdmin();
        lock.take();
        LocalDate last = lastDay == null ? today().minusDays(1) : lastDay;
        if (last.isBefore(today().minusDays(1))) {
            throw new InvalidInput("lastDay", "last-day");
        }
        appointments.findById(appointment).ifPresent(ended -> {
            cautious.change(consent, () -> {
                ended.endOn(last);
                return ended;
            });
            journal.record("roster.dismissed", ended.role(), ended.holder());
        });
    }

    /** Appointments that stand today or begin later. */
    @Transactional(readOnly = true)
    public List<Appointment> appointments() {
        requireAdmin();
        return appointments.since(today());
    }

    private void write(PersonEntity person, PersonEntry entry) {
        EntryCheck check = new EntryCheck();
        String account = entry.account() == null ? "" : entry.account().strip();
        if (people.byAccount(account).filter(other -> other.id() != person.id()).isPresent()) {
            check.refuse("account", "account-held");
        }
        String named = check.text("section", entry.section(), 100);
        Optional<SectionEntity> section = named == null ? Optional.empty() : sectionNamed(named);
        if (named != null && section.isEmpty()) {
            check.refuse("section", "unknown-section");
        }
        person.write(entry, section.orElse(null), check);
        check.requireClean();
    }

    private Optional<SectionEntity> sectionNamed(String name) {
        return sections.on(today()).stream()
                .filter(section -> SearchKey.of(section.name()).equals(SearchKey.of(name)))
                .findFirst();
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
