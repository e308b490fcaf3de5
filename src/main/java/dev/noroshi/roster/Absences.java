package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is not there (不在), and who acts instead (代行): everybody for themselves; the window, the CSIRT's lead and
 * administrators for all.
 */
@Service
@Transactional
public class Absences {

    static final Duration LONGEST = Duration.ofDays(366);
    private static final Limit MOST = Limit.of(200);

    private final AbsenceRepository absences;
    private final PersonRepository people;
    private final Cautious cautious;
    private final Journal journal;
    private final Clock clock;

    Absences(AbsenceRepository absences, PersonRepository people, Cautious cautious, Journal journal, Clock clock) {
        this.cautious = cautious;
        this.absences = absences;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    /** Present and coming absences, soonest end first: all of them for who sees everybody's contacts, else the own ones. */
    @Transactional(readOnly = true)
    public List<Absence> known() {
        Actor actor = Actors.current();
        return absences.since(clock.instant(), MOST).stream()
                .filter(absence -> actor.isSystem()
                        || Roles.ALL.stream().anyMatch(actor::holds)
                        || actor.account().equals(absence.account()))
                .toList();
    }

    /** Whether the person acting may enter the absences of others. */
    public boolean forOthers() {
        Actor actor = Actors.current();
        return actor.isSystem() || actor.holdsAny(Roles.WINDOW, Roles.LEAD, Roles.ADMIN);
    }

    /**
     * @return the absence's number
     * @throws NewHoles where the entry asks for caution and some call would reach nobody
     */
    public long enter(AbsenceEntry entry) {
        return cautious.change(!entry.isCautious(), () -> entered(entry));
    }

    private long entered(AbsenceEntry entry) {
        Instant now = clock.instant();
        EntryCheck check = new EntryCheck();
        Optional<PersonEntity> person = person(entry.person());
        if (person.isEmpty()) {
            check.refuse("person", "required");
        }
        Instant from = entry.from() == null ? now : entry.from();
        checkTimes(check, from, entry.until(), now);
        @Nullable PersonEntity standIn = standIn(entry.standIn(), person, from, check);
        check.requireClean();
        PersonEntity absent = person.orElseThrow();
        Instant until = java.util.Objects.requireNonNull(entry.until());
        if (absences.overlaps(absent.id(), from, until)) {
            check.refuse("until", "absence-overlaps");
            check.requireClean();
        }
        long id = absences.save(new AbsenceEntity(absent, standIn, from, until)).id();
        journal.record("roster.absence-entered", absent.name(), standIn == null ? null : standIn.name());
        return id;
    }

    /** The person is there again, or the absence was a mistake: it counts no longer. */
    public void end(long id) {
        Instant now = clock.instant();
        AbsenceEntity absence =
                absences.findById(id).filter(it -> it.until().isAfter(now)).orElseThrow(() -> new UnknownAbsence(id));
        requireMayEnter(absence.person());
        if (absence.from().isBefore(now)) {
            absence.endAt(now);
        } else {
            absences.delete(absence);
        }
        journal.record("roster.absence-ended", absence.person().name(), null);
    }

    private static void checkTimes(EntryCheck check, Instant from, @Nullable Instant until, Instant now) {
        check.moment("from", from, now);
        check.moment("until", until, now);
        if (until == null) {
            check.refuse("until", "required");
        } else if (!until.isAfter(from) || !until.isAfter(now)) {
            check.refuse("until", "absence-until");
        } else if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            check.refuse("until", "absence-long");
        }
    }

    private Optional<PersonEntity> person(@Nullable Long id) {
        Optional<PersonEntity> found =
                id == null ? people.ofAccount(Actors.current().account()) : people.findById(id);
        found.ifPresent(this::requireMayEnter);
        return found;
    }

    private @Nullable PersonEntity standIn(
            @Nullable Long id, Optional<PersonEntity> person, Instant from, EntryCheck check) {
        if (id == null) {
            return null;
        }
        @Nullable PersonEntity found = people.findById(id).orElse(null);
        if (found == null) {
            check.refuse("standIn", "unknown-person");
        } else if (person.filter(absent -> absent.id() == id).isPresent()) {
            check.refuse("standIn", "absence-self");
        } else if (found.lastDay() != null
                && found.lastDay().isBefore(LocalDate.ofInstant(from, BusinessCalendar.TOKYO))) {
            check.refuse("standIn", "person-gone", found.lastDay());
        }
        return found;
    }

    private void requireMayEnter(PersonEntity person) {
        boolean own = people.ofAccount(Actors.current().account())
                .filter(it -> it.id() == person.id())
                .isPresent();
        if (!own && !forOthers()) {
            throw new NotYours("roster.absence");
        }
    }
}
