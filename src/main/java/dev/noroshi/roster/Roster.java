package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.roster.Directory.RoleHolders;
import dev.noroshi.roster.Directory.SectionEntry;
import dev.noroshi.roster.RosterAhead.Away;
import dev.noroshi.web.ReadOnce;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who holds which role at a moment, and how to reach them. Reading needs no role; the system and every signed-in person may. */
@Service
@Transactional(readOnly = true)
public class Roster {

    private static final Limit MOST_FOUND = Limit.of(200);

    private final PersonRepository people;
    private final SectionRepository sections;
    private final AppointmentRepository appointments;
    private final Holders holders;
    private final AbsenceRepository absences;
    private final ContactRepository contacts;
    private final PersonNames names;
    private final PostRepository posts;
    private final Turns turns;
    private final BusinessCalendar calendar;
    private final Clock clock;

    /** Of whom a step of the plan was told, and in which language; see {@link #languageAt}. */
    private final ReadOnce<String, Locale> languages = new ReadOnce<>();

    Roster(
            PersonRepository people,
            SectionRepository sections,
            AppointmentRepository appointments,
            Holders holders,
            AbsenceRepository absences,
            ContactRepository contacts,
            PersonNames names,
            PostRepository posts,
            Turns turns,
            BusinessCalendar calendar,
            Clock clock) {
        this.turns = turns;
        this.calendar = calendar;
        this.absences = absences;
        this.contacts = contacts;
        this.names = names;
        this.posts = posts;
        this.people = people;
        this.sections = sections;
        this.appointments = appointments;
        this.holders = holders;
        this.clock = clock;
    }

    /**
     * Who acts in a role at a moment: holder first, then deputies in order. In an absent person's place stands who was named
     * for it, unless absent too; empty when nobody is there. Each with the contacts of that hour.
     */
    public List<Person> holders(String role, Instant at) {
        return holders(List.of(role), at).getOrDefault(role, List.of());
    }

    /** The same for several roles, each among the keys. */
    public Map<String, List<Person>> holders(Collection<String> roles, Instant at) {
        Map<String, List<Person>> found = holders.of(roles, at);
        found.values().forEach(this::rememberLanguages);
        return found;
    }

    private void rememberLanguages(List<Person> told) {
        told.forEach(person -> {
            if (person.email() != null) {
                languages.remember(person.email(), person.locale());
            }
        });
    }

    /** All that is known of the roster from a moment on. */
    public RosterAhead ahead(Instant from) {
        List<AbsenceRepository.Gone> gone = absences.gone(from);
        Set<Long> named = gone.stream()
                .map(AbsenceRepository.Gone::standIn)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Long, Person> standIns =
                people.seen(named, dayOf(from)).stream().collect(Collectors.toMap(Person::id, it -> it));
        return new RosterAhead(
                appointments.tenures(dayOf(from)),
                gone.stream()
                        .map(it -> new Away(
                                it.person(),
                                Optional.ofNullable(it.standIn())
                                        .map(standIns::get)
                                        .orElse(null),
                                it.from(),
                                it.until()))
                        .toList(),
                turns.since(dayOf(from)),
                calendar,
                holders.everyHour(),
                new PostsAhead(posts.changing(dayOf(from)), new Lineages(sections.findAll())));
    }

    /**
     * Who is called for a role at a moment: while one of its holders has the turn and can be reached they alone, else
     * everybody who acts in it.
     */
    public List<Person> called(String role, Instant at) {
        return turns.since(role, dayOf(at)).isEmpty()
                ? holders(role, at)
                : ahead(at).called(role, at);
    }

    /** The section that free text means: widths, spaces and kana folded, exact name or unique part of it. */
    public Optional<Section> sectionNamed(String text) {
        if (SearchKey.of(text).isEmpty()) {
            return Optional.empty();
        }
        List<Section> now = sections(clock.instant());
        return MeantSection.byName(text, now)
                .or(() ->
                        new Lineages(sections.findAll()).formerly(text, today()).map(SectionEntity::seen))
                .or(() -> MeantSection.byPart(text, now));
    }

    /** 所属長: the information security manager (情報セキュリティ管理者) of a section at a moment. */
    public Optional<Person> headOf(Section section, Instant at) {
        List<Person> heads = holders.headsOf(section, at);
        rememberLanguages(heads);
        return heads.stream().findFirst();
    }

    public Optional<Person> personOf(String account) {
        return people.byAccount(account, today());
    }

    public Optional<Person> person(long id) {
        return people.seen(id, today());
    }

    /** People in service whose name, kana, post, section or account has these words in it, without asking who looks. */
    public List<Person> named(String words) {
        String key = SearchKey.of(words);
        return key.isEmpty() ? List.of() : serving(search(key, MOST_FOUND));
    }

    /** The person whose mail address this is, of whatever hour, or from which their answers count; letter case ignored. */
    public Optional<Person> personAt(String email) {
        String address = email.strip();
        return people.byEmail(address, today())
                .or(() -> contacts.personWith(address).flatMap(it -> people.seen(it, today())));
    }

    /** The language of letters to a mail address: of the holder of a role just found there, else of whoever has the address. */
    public Optional<Locale> languageAt(String email) {
        return languages.remembered(email).or(() -> personAt(email).map(Person::locale));
    }

    /** All mail addresses of a person, in small letters: their own, those of certain hours, those they answer from. */
    public Set<String> addressesOf(Person person) {
        return Stream.concat(
                        Optional.ofNullable(person.email()).stream(),
                        contacts.of(person.id()).stream()
                                .map(ContactEntity::seen)
                                .filter(Contact::isMail)
                                .map(Contact::value))
                .map(it -> it.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** The names behind mail addresses, letter case ignored; an address that nobody has stands for itself. */
    public List<String> namesAt(List<String> addresses) {
        return names.of(addresses, today());
    }

    /** All sections that exist at the moment, in the city's order. */
    public List<Section> sections(Instant at) {
        return sections.on(dayOf(at)).stream().map(SectionEntity::seen).toList();
    }

    /** Who holds what today or later while in service, by name, without ways of contact. */
    public List<Appointment> appointments() {
        LocalDate today = today();
        return appointments.since(today).stream()
                .flatMap(it -> it.inService(today).stream())
                .toList();
    }

    /** What the person acting may see of the roster now. */
    public Directory directory() {
        Actor actor = Actors.current();
        Instant now = clock.instant();
        boolean all = seesContacts(actor);
        List<String> shown = Roles.ALL.stream()
                .filter(role -> all ? !role.equals(Roles.SECTION_MANAGER) : role.equals(Roles.WINDOW))
                .toList();
        Map<String, List<Person>> held = holders(shown, now);
        List<RoleHolders> roles = shown.stream()
                .map(role -> new RoleHolders(role, seen(held.getOrDefault(role, List.of()), all)))
                .toList();
        List<SectionEntry> sections = sections(now).stream()
                .filter(section -> all || section.name().equals(actor.section()))
                .map(section -> new SectionEntry(
                        section.name(),
                        section.department(),
                        headOf(section, now)
                                .map(head -> all ? head : head.withoutDays())
                                .orElse(null)))
                .toList();
        return new Directory(roles, sections);
    }

    /** People found by any part of name, kana, post, section or account; empty text finds the first of all. */
    public List<Person> search(String text) {
        requireContacts("roster.search");
        return search(SearchKey.of(text), MOST_FOUND);
    }

    private List<Person> search(String key, Limit most) {
        return people.search(key, sections.found(key, today()), today(), most);
    }

    /** Everybody in service by reading, to choose from. */
    public List<Person> colleagues() {
        requireContacts("roster.search");
        return serving(search("", Limit.of(1_000)));
    }

    private List<Person> serving(List<Person> found) {
        return found.stream().filter(person -> !isOutOfService(person)).toList();
    }

    /**
     * Who would be called for a role at a moment, in order.
     *
     * @throws NotYours for plain staff, unless the role is the window
     */
    public List<Person> reach(String role, Instant at) {
        if (!role.equals(Roles.WINDOW)) {
            requireContacts("roster.reach");
        }
        return seen(holders(role, at), seesContacts(Actors.current()));
    }

    private static List<Person> seen(List<Person> found, boolean all) {
        return all ? found : found.stream().map(Person::withoutDays).toList();
    }

    /** Whether today is before their first or after their last day in service: such a person is not written to. */
    public boolean isOutOfService(Person person) {
        return !person.servesOn(today());
    }

    /** Whether an absence of the person is recorded for this moment. */
    public boolean isAway(Person person) {
        Instant now = clock.instant();
        return absences.overlaps(person.id(), now, now.plusMillis(1));
    }

    /** Whether the actor sees everybody's ways of contact: whoever holds a role of the plan. */
    public boolean seesContacts(Actor actor) {
        return actor.isSystem() || Roles.ALL.stream().anyMatch(actor::holds);
    }

    private void requireContacts(String act) {
        if (!seesContacts(Actors.current())) {
            throw new NotYours(act);
        }
    }

    private LocalDate today() {
        return dayOf(clock.instant());
    }

    private static LocalDate dayOf(Instant at) {
        return at.atZone(BusinessCalendar.TOKYO).toLocalDate();
    }
}
