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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the roster: administrators add people and appointments. What was true stays, with its last day. */
@Service
@Transactional
public class RosterChanges {

    private final PersonRepository people;
    private final SectionRepository sections;
    private final AppointmentRepository appointments;
    private final HeldAddresses held;
    private final PostBook posts;
    private final Cautious cautious;
    private final RosterLock lock;
    private final Journal journal;
    private final Clock clock;

    RosterChanges(
            PersonRepository people,
            SectionRepository sections,
            AppointmentRepository appointments,
            HeldAddresses held,
            PostBook posts,
            Cautious cautious,
            RosterLock lock,
            Journal journal,
            Clock clock) {
        this.cautious = cautious;
        this.lock = lock;
        this.people = people;
        this.held = held;
        this.sections = sections;
        this.appointments = appointments;
        this.posts = posts;
        this.journal = journal;
        this.clock = clock;
    }

    /** Adds a person, in the entry's post from today. */
    public long addPerson(PersonEntry entry) {
        requireAdmin();
        lock.take();
        PersonEntity person = new PersonEntity();
        Optional<SectionEntity> section = write(person, entry);
        requireNew(entry);
        long id = people.save(person).id();
        posts.turn(id, entry.post(), section.orElse(null), today());
        journal.record("roster.person-added", person.name(), null);
        noteService(person, null, null);
        return id;
    }

    /**
     * Another post or section is one from today on; the one of before is kept with its last day. Whoever gets a last day in
     * service keeps posts and roles, but they count no longer; taking the day away again reinstates them.
     *
     * @param consent whether to go on when some call then reaches nobody
     * @throws UnknownPerson when the roster has no such person
     * @throws NewHoles without consent
     */
    public void editPerson(long id, PersonEntry entry, boolean consent) {
        requireAdmin();
        lock.take();
        PersonEntity person = people.findById(id).orElseThrow(() -> new UnknownPerson(id));
        LocalDate first = person.firstDay();
        LocalDate last = person.lastDay();
        cautious.change(consent, () -> {
            Optional<SectionEntity> section = write(person, entry);
            posts.turn(id, entry.post(), section.orElse(null), today());
            return person;
        });
        journal.record("roster.person-changed", person.name(), null);
        noteService(person, first, last);
    }

    private void noteService(PersonEntity person, @Nullable LocalDate first, @Nullable LocalDate last) {
        if (!Objects.equals(first, person.firstDay()) || !Objects.equals(last, person.lastDay())) {
            journal.record(
                    "roster.service-changed",
                    person.name(),
                    days(first, last) + " → " + days(person.firstDay(), person.lastDay()));
        }
    }

    private static String days(@Nullable LocalDate first, @Nullable LocalDate last) {
        return (first == null ? "" : first) + "–" + (last == null ? "" : last);
    }

    /** @throws UnknownPerson when the roster has no such person */
    @Transactional(readOnly = true)
    public Person person(long id) {
        requireAdmin();
        return people.seen(id, today()).orElseThrow(() -> new UnknownPerson(id));
    }

    /**
     * Appoints a person, from today unless the entry names another day.
     *
     * @return the appointment's number; of the same one where it stands already
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
        LocalDate from = entry.from() == null ? today() : entry.from();
        check.day("from", from, today());
        check.day("until", entry.until(), today());
        LocalDate gone = holder.map(PersonEntity::lastDay).orElse(null);
        if (gone != null && gone.isBefore(from)) {
            check.refuse("person", "person-gone", gone);
        }
        SectionEntity headed = headed(held, entry, from, check);
        if (entry.until() != null
                && (entry.until().isBefore(from) || entry.until().isBefore(today()))) {
            check.refuse("until", "last-day");
        }
        check.requireClean();
        AppointmentEntity appointed =
                new AppointmentEntity(held, holder.orElseThrow(), headed, entry.place(), from, entry.until());
        Optional<AppointmentEntity> standing =
                appointments.whole().stream().filter(appointed::isSame).findFirst();
        if (standing.isPresent()) {
            return standing.get().id();
        }
        journal.record("roster.appointed", held, appointed.holder());
        return Boolean.FALSE.equals(entry.consent())
                ? cautious.change(false, () -> appointments.save(appointed)).id()
                : appointments.save(appointed).id();
    }

    /** The section as it is on the first day; who heads it until later than it stands must be appointed anew then. */
    private @Nullable SectionEntity headed(String role, AppointmentEntry entry, LocalDate from, EntryCheck check) {
        if (!role.equals(Roles.SECTION_MANAGER)) {
            return null;
        }
        Optional<SectionEntity> headed = entry.section() == null
                ? Optional.empty()
                : sections.named(entry.section(), from.isBefore(today()) ? today() : from);
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
        LocalDate last = EntryCheck.lastDay(lastDay, today());
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

    /** The same name with the same section and post is the same person, unless two accounts say that there are two. */
    private void requireNew(PersonEntry entry) {
        String key = key(entry.name());
        boolean known = people.search(key, List.of(), today(), Limit.of(200)).stream()
                .filter(other -> key(other.name()).equals(key))
                .filter(other -> key(other.section()).equals(key(entry.section())))
                .filter(other -> key(other.post()).equals(key(entry.post())))
                .anyMatch(other ->
                        key(other.account()).isEmpty() || key(entry.account()).isEmpty());
        if (known) {
            throw new InvalidInput("name", "person-held");
        }
    }

    private static String key(@Nullable String text) {
        return text == null ? "" : SearchKey.of(text);
    }

    /** @return the section that the entry names */
    private Optional<SectionEntity> write(PersonEntity person, PersonEntry entry) {
        EntryCheck check = new EntryCheck();
        String account = entry.account() == null ? "" : entry.account().strip();
        if (people.ofAccount(account).filter(other -> other.id() != person.id()).isPresent()) {
            check.refuse("account", "account-held");
        }
        String address = entry.email() == null ? "" : entry.email().strip();
        boolean kept = people.seen(person.id(), today())
                .filter(before -> before.servesOn(today()) && address.equalsIgnoreCase(before.email()))
                .isPresent();
        boolean leaves = entry.lastDay() != null && entry.lastDay().isBefore(today());
        if (!kept && !leaves && held.byAnother(person.id(), address)) {
            check.refuse("email", "address-held");
        }
        String named = check.text("section", entry.section(), 100);
        check.text("post", entry.post(), 100);
        Optional<SectionEntity> section = named == null ? Optional.empty() : sections.named(named, today());
        if (named != null && section.isEmpty()) {
            check.refuse("section", "unknown-section");
        }
        check.day("first_day", entry.firstDay(), today());
        check.day("last_day", entry.lastDay(), today());
        person.write(entry, check);
        check.requireClean();
        return section;
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
