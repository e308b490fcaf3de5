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

/**
 * Keeps what people are called and where they belong (役職と所属), with the days of each: what was stays, and what will be on
 * 1 April can be entered before. One post at a time; administrators do.
 */
@Service
@Transactional
public class Posts {

    private final PostBook book;
    private final PersonRepository people;
    private final RosterLock lock;
    private final Journal journal;
    private final Clock clock;

    Posts(PostBook book, PersonRepository people, RosterLock lock, Journal journal, Clock clock) {
        this.book = book;
        this.people = people;
        this.lock = lock;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * All of a person, the first at the top.
     *
     * @throws UnknownPerson when the roster has no such person
     */
    @Transactional(readOnly = true)
    public List<Post> of(long person) {
        requireAdmin();
        known(person);
        Lineages sections = book.sections();
        return book.of(person).spells().stream()
                .map(it -> seen(person, it, sections))
                .toList();
    }

    /**
     * A post begins; the one that stands then ends on the day before. One of the same first day is corrected.
     *
     * @throws UnknownPerson when the roster has no such person
     */
    public Post enter(long person, PostEntry entry) {
        requireAdmin();
        lock.take();
        PersonEntity holder = known(person);
        EntryCheck check = new EntryCheck();
        LocalDate from = entry.from() == null ? today() : entry.from();
        check.day("from", from, today());
        check.day("until", entry.until(), today());
        if (entry.until() != null && entry.until().isBefore(from)) {
            check.refuse("until", "last-day");
        }
        String title = check.text("title", entry.title(), 100);
        SectionEntity section = section(entry.section(), from, check);
        if (title == null && section == null && check.errors().isEmpty()) {
            check.refuse("title", "post-empty");
        }
        Career before = book.of(person);
        Career after = before.with(new Spell(0, title, section, from, entry.until()));
        if (after.isTangled()) {
            check.refuse("until", "post-overlaps");
        }
        check.requireClean();
        book.write(person, before, after);
        Post entered = beginning(person, from);
        journal.record("roster.post-entered", holder.name(), said(entered));
        return entered;
    }

    /** Ends a post. @param lastDay null for yesterday; a post that would end before it begins is none */
    public void end(long person, long post, @Nullable LocalDate lastDay) {
        requireAdmin();
        lock.take();
        PersonEntity holder = known(person);
        LocalDate last = EntryCheck.lastDay(lastDay, today());
        Career before = book.of(person);
        before.spells().stream().filter(it -> it.id() == post).findFirst().ifPresent(spell -> {
            Career after = before.without(spell, last);
            if (after.isTangled()) {
                throw new InvalidInput("lastDay", "post-overlaps");
            }
            book.write(person, before, after);
            journal.record(
                    "roster.post-ended", holder.name(), said(seen(person, spell.endingOn(last), book.sections())));
        });
    }

    private @Nullable SectionEntity section(@Nullable String typed, LocalDate day, EntryCheck check) {
        String name = check.text("section", typed, 100);
        Optional<SectionEntity> found =
                name == null ? Optional.empty() : book.sections().meant(name, day, today());
        if (name != null && found.isEmpty()) {
            check.refuse("section", "section-on-day");
        }
        return found.orElse(null);
    }

    private Post beginning(long person, LocalDate from) {
        return book.of(person)
                .beginningOn(from)
                .map(it -> seen(person, it, book.sections()))
                .orElseThrow();
    }

    private Post seen(long person, Spell spell, Lineages sections) {
        LocalDate today = today();
        LocalDate day = spell.from().isAfter(today)
                ? spell.from()
                : spell.standsOn(today) || spell.until() == null ? today : spell.until();
        return new Post(
                spell.id(), person, spell.title(), sections.name(spell.section(), day), spell.from(), spell.until());
    }

    private static String said(Post post) {
        return (post.title() == null ? "" : post.title() + " ")
                + (post.section() == null ? "" : post.section() + " ")
                + post.from() + "–" + (post.until() == null ? "" : post.until());
    }

    private PersonEntity known(long person) {
        return people.findById(person).orElseThrow(() -> new UnknownPerson(person));
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
