package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** On-call turns (当番): the CSIRT's lead, the window and administrators keep them, everybody who sees the roster reads them. */
@Service
@Transactional
public class Duties {

    static final int MOST_MEMBERS = 20;

    private final RotationRepository rotations;
    private final SwapRepository swaps;
    private final Turns turns;
    private final PersonRepository people;
    private final Roster roster;
    private final Cautious cautious;
    private final Journal journal;
    private final Clock clock;

    Duties(
            RotationRepository rotations,
            SwapRepository swaps,
            Turns turns,
            PersonRepository people,
            Roster roster,
            Cautious cautious,
            Journal journal,
            Clock clock) {
        this.rotations = rotations;
        this.swaps = swaps;
        this.turns = turns;
        this.people = people;
        this.roster = roster;
        this.cautious = cautious;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether the person acting may change turns. */
    public boolean mayChange() {
        Actor actor = Actors.current();
        return actor.isSystem() || actor.holdsAny(Roles.WINDOW, Roles.LEAD, Roles.ADMIN);
    }

    /** Present and coming rotations. */
    @Transactional(readOnly = true)
    public List<Rotation> rotations() {
        requireReader();
        return turns.since(today());
    }

    /**
     * The turns of all rotations from now on, by their beginning.
     *
     * @param weeks how far
     */
    @Transactional(readOnly = true)
    public List<Turn> turns(int weeks) {
        requireReader();
        return new TurnList(roster.ahead(clock.instant()), people).of(turns.since(today()), clock.instant(), weeks);
    }

    /** @return the rotation's number; of the same one where it stands already, so that a repeat lists no turn twice */
    public long begin(RotationEntry entry) {
        requireMayChange();
        Rotation begun = checked(entry);
        Optional<Rotation> standing =
                turns.since(today()).stream().filter(begun::isSame).findFirst();
        if (standing.isPresent()) {
            return standing.get().id();
        }
        return cautious.change(!Boolean.FALSE.equals(entry.consent()), () -> {
            long id = rotations.save(new RotationEntity(begun)).id();
            journal.record("roster.rotation-begun", begun.role(), null);
            return id;
        });
    }

    /** Ends a rotation; yesterday was its last day. */
    public void end(long id, boolean consent) {
        requireMayChange();
        RotationEntity rotation = current(id);
        cautious.change(consent, () -> {
            rotation.endOn(today().minusDays(1));
            journal.record("roster.rotation-ended", rotation.role(), null);
            return id;
        });
    }

    /** Somebody who holds the role takes the turn for a time. */
    public void swap(long id, SwapEntry entry) {
        requireMayChange();
        RotationEntity rotation = current(id);
        EntryCheck check = new EntryCheck();
        if (entry.person() == null || !mayTake(rotation.role(), entry.person())) {
            check.refuse("person", entry.person() == null ? "required" : "duty-holder");
        }
        if (entry.from() == null) {
            check.refuse("from", "required");
        }
        if (entry.until() == null) {
            check.refuse("until", "required");
        } else if (!entry.until().isAfter(clock.instant())
                || entry.from() != null && !entry.until().isAfter(entry.from())) {
            check.refuse("until", "absence-until");
        }
        check.requireClean();
        Rotation.Swap swap = new Rotation.Swap(
                Objects.requireNonNull(entry.person()),
                Objects.requireNonNull(entry.from()),
                Objects.requireNonNull(entry.until()));
        cautious.change(!Boolean.FALSE.equals(entry.consent()), () -> {
            journal.record("roster.turn-swapped", rotation.role(), null);
            return swaps.save(new SwapEntity(id, swap));
        });
    }

    private Rotation checked(RotationEntry entry) {
        EntryCheck check = new EntryCheck();
        String role = check.required("role", entry.role(), 40);
        if (!role.isEmpty() && (!Roles.ALL.contains(role) || role.equals(Roles.SECTION_MANAGER))) {
            check.refuse("role", "unknown-role");
        }
        List<Long> members = entry.members() == null ? List.of() : entry.members();
        if (members.isEmpty() || members.size() > MOST_MEMBERS) {
            check.refuse("members", "required");
        } else if (!members.stream().allMatch(person -> mayTake(role, person))) {
            check.refuse("members", "duty-holder");
        }
        if (entry.starts() == null) {
            check.refuse("starts", "required");
        }
        LocalTime handover = handover(entry.handover(), check);
        check.requireClean();
        boolean closedOnly = !Boolean.FALSE.equals(entry.closedOnly());
        return new Rotation(
                0, role, members, Objects.requireNonNull(entry.starts()), handover, null, closedOnly, List.of());
    }

    private static LocalTime handover(@Nullable String text, EntryCheck check) {
        try {
            return text == null || text.isBlank() ? LocalTime.of(8, 30) : LocalTime.parse(text.strip());
        } catch (DateTimeParseException broken) {
            check.refuse("handover", "type");
            return LocalTime.MIDNIGHT;
        }
    }

    /** Who takes turns acts in the role: a turn gives nobody a role. */
    private boolean mayTake(String role, long person) {
        Instant now = clock.instant();
        return roster.ahead(now).held(role, now).stream()
                .anyMatch(held -> held.holder().id() == person);
    }

    private RotationEntity current(long id) {
        return rotations
                .findById(id)
                .filter(it -> !it.seen(List.of()).end().isBefore(clock.instant()))
                .orElseThrow(() -> new UnknownRotation(id));
    }

    private void requireReader() {
        if (!roster.seesContacts(Actors.current())) {
            throw new NotYours("roster.duties");
        }
    }

    private void requireMayChange() {
        if (!mayChange()) {
            throw new NotYours("roster.duties");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
    }
}
