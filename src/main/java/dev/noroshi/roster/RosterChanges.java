package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.journal.Journal;
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

    private final RosterTables tables;
    private final RosterQueries queries;
    private final Journal journal;
    private final Clock clock;

    RosterChanges(RosterTables tables, RosterQueries queries, Journal journal, Clock clock) {
        this.tables = tables;
        this.queries = queries;
        this.journal = journal;
        this.clock = clock;
    }

    /** Adds a section that exists from today. */
    public long addSection(@Nullable String name, @Nullable String department) {
        requireAdmin();
        EntryCheck check = new EntryCheck();
        String section = check.required("sectionName", name, 100);
        String within = check.required("department", department, 100);
        if (sectionNamed(section).isPresent()) {
            check.refuse("sectionName", "section-exists");
        }
        check.requireClean();
        long id = tables.addSection(section, within, today());
        journal.record("roster.section-added", section, null);
        return id;
    }

    public long addPerson(PersonEntry entry) {
        requireAdmin();
        CheckedPerson person = checked(entry, null);
        long id = tables.addPerson(person);
        journal.record("roster.person-added", person.name(), null);
        return id;
    }

    /** @throws UnknownPerson when the roster has no such person */
    public void editPerson(long id, PersonEntry entry) {
        requireAdmin();
        if (queries.byId(id).isEmpty()) {
            throw new UnknownPerson(id);
        }
        CheckedPerson person = checked(entry, id);
        tables.changePerson(id, person);
        journal.record("roster.person-changed", person.name(), null);
    }

    /** @throws UnknownPerson when the roster has no such person */
    @Transactional(readOnly = true)
    public Person person(long id) {
        requireAdmin();
        return queries.byId(id).orElseThrow(() -> new UnknownPerson(id));
    }

    /**
     * Appoints a person from today.
     *
     * @param section the section headed; required for section-manager, none for other roles
     * @param position 0 for the holder, then deputies in order
     */
    public void appoint(
            @Nullable String role, @Nullable Long person, @Nullable String section, @Nullable Integer position) {
        requireAdmin();
        EntryCheck check = new EntryCheck();
        String held = check.required("role", role, 40);
        if (!held.isEmpty() && !Roles.ALL.contains(held)) {
            check.refuse("role", "unknown-role");
        }
        Optional<Person> holder = person == null ? Optional.empty() : queries.byId(person);
        if (holder.isEmpty()) {
            check.refuse("person", "required");
        }
        Optional<Section> headed = section == null ? Optional.empty() : sectionNamed(section);
        boolean heads = held.equals(Roles.SECTION_MANAGER);
        if (heads && headed.isEmpty()) {
            check.refuse("headed", "unknown-section");
        }
        check.requireClean();
        Long of = heads ? headed.map(Section::id).orElse(null) : null;
        holder.ifPresent(found -> {
            tables.appoint(held, found.id(), of, position == null ? 0 : position, today());
            journal.record("roster.appointed", held, found.name());
        });
    }

    /** Ends an appointment; yesterday was its last day. */
    public void dismiss(long appointment) {
        requireAdmin();
        tables.end(appointment, today().minusDays(1));
        journal.record("roster.dismissed", String.valueOf(appointment), null);
    }

    /** Appointments that stand today or begin later. */
    @Transactional(readOnly = true)
    public List<Appointment> appointments() {
        requireAdmin();
        return queries.appointments(today());
    }

    private CheckedPerson checked(PersonEntry entry, @Nullable Long self) {
        EntryCheck check = new EntryCheck();
        String account = check.text("account", entry.account(), 60);
        if (account != null
                && queries.byAccount(account)
                        .filter(other -> self == null || other.id() != self)
                        .isPresent()) {
            check.refuse("account", "account-held");
        }
        String named = check.text("section", entry.section(), 100);
        Optional<Section> section = named == null ? Optional.empty() : sectionNamed(named);
        if (named != null && section.isEmpty()) {
            check.refuse("section", "unknown-section");
        }
        CheckedPerson person = new CheckedPerson(
                account,
                check.required("name", entry.name(), 100),
                check.text("kana", entry.kana(), 100),
                check.text("post", entry.post(), 100),
                section.orElse(null),
                check.email("email", entry.email()),
                check.text("phone", entry.phone(), 40),
                check.text("mobile", entry.mobile(), 40),
                check.text("extension", entry.extension(), 20));
        check.requireClean();
        return person;
    }

    private Optional<Section> sectionNamed(String name) {
        return queries.sections(today()).stream()
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
