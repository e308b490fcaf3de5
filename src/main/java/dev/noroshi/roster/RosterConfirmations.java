package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.TimeTarget;
import dev.noroshi.calendar.TimeTargets;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.journal.Journal;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.TextRules;
import dev.noroshi.workflow.BusinessKey;
import dev.noroshi.workflow.Processes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Once in a period, a quarter of the fiscal year unless the city sets another, the roster is looked through and confirmed. */
@Service
@Transactional
public class RosterConfirmations {

    /** The form with which a step of the plan asks for it. */
    public static final String FORM = "confirmRoster";

    private static final int LONGEST_NOTE = 1000;

    /** The time target after which the plan writes again. */
    private static final String AGAIN = "remind-roster";

    /** Where the edition's table says nothing. */
    private static final Duration OTHERWISE = Duration.ofDays(7);

    private final ConfirmationStore store;
    private final Roster roster;
    private final RosterLock lock;
    private final Processes processes;
    private final TimeTargets targets;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final int months;

    RosterConfirmations(
            ConfirmationStore store,
            Roster roster,
            RosterLock lock,
            Processes processes,
            TimeTargets targets,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${noroshi.roster.confirmation.months:3}") int months) {
        this.store = store;
        this.roster = roster;
        this.lock = lock;
        this.processes = processes;
        this.targets = targets;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
        this.months = Math.max(1, Math.min(12, months));
    }

    /** Asks for the confirmation of the present period, unless it has been asked for; that of the period. */
    public RosterConfirmation ask() {
        Instant now = clock.instant();
        LocalDate begins = beginOf(LocalDate.ofInstant(now, BusinessCalendar.TOKYO));
        store.open(begins, now);
        return of(begins);
    }

    /** Those of earlier periods that nobody gave: they are over. */
    @Transactional(readOnly = true)
    public List<RosterConfirmation> missed() {
        return store.missed();
    }

    /**
     * The one behind a business key.
     *
     * @throws IllegalArgumentException when nothing was asked for under that key
     */
    @Transactional(readOnly = true)
    public RosterConfirmation of(String key) {
        return of(periodOf(key));
    }

    private static LocalDate periodOf(String key) {
        return BusinessKey.periodIn(key).orElseThrow(() -> new IllegalArgumentException("not of the roster: " + key));
    }

    private RosterConfirmation of(LocalDate begins) {
        return store.of(begins).orElseThrow(() -> new IllegalArgumentException("no period of the roster: " + begins));
    }

    /** Whether it is still to be given: nobody has, and no later period has begun. */
    @Transactional(readOnly = true)
    public boolean awaited(String key) {
        return store.awaits(of(key));
    }

    /**
     * The plan waits for it from now on.
     *
     * @param due null for a step without a target; kept in whole seconds, as a timer of the plan is
     * @return until when: what was said first, counts
     */
    public @Nullable Instant expect(String key, @Nullable Instant due) {
        store.due(periodOf(key), due == null ? null : due.truncatedTo(ChronoUnit.SECONDS));
        return of(key).dueAt();
    }

    /** When to write of it next: at once, when it is due, and then as often as the plan says. */
    @Transactional(readOnly = true)
    public Instant remindAt(String key) {
        RosterConfirmation asked = of(key);
        @Nullable Instant last = asked.remindedAt();
        @Nullable Instant due = asked.dueAt();
        if (last == null) {
            return asked.openedAt();
        }
        return due != null && last.isBefore(due) ? due : again(key, last);
    }

    private Instant again(String key, Instant last) {
        String edition = processes.editionOf(key).orElseGet(processes::newestEdition);
        return processes.decide("time-targets", edition, Map.of("target", AGAIN, "level", 0L)).stream()
                .findFirst()
                .map(row -> targets.due(last, TimeTarget.of(row)))
                .filter(next -> next.isAfter(last))
                .orElseGet(() -> last.plus(OTHERWISE));
    }

    /** The plan has written of it. */
    public void reminded(String key) {
        store.reminded(periodOf(key), clock.instant());
    }

    /**
     * The last ones, the latest first, to everybody who sees the roster.
     *
     * @throws NotYours for plain staff
     */
    @Transactional(readOnly = true)
    public List<RosterConfirmation> last() {
        if (!roster.seesContacts(Actors.current())) {
            throw new NotYours("roster.confirmations");
        }
        return store.last(8);
    }

    /** Whether the person acting may confirm without being asked by the plan. */
    public boolean mayConfirm() {
        Actor actor = Actors.current();
        return actor.isSystem() || actor.holdsAny(Roles.WINDOW, Roles.LEAD, Roles.CHIEF);
    }

    /**
     * The roster is right, or has been put right. A repeat in the same period does nothing.
     *
     * @throws NotYours for everybody but the window, the lead and the chief
     */
    public RosterConfirmation confirm(@Nullable String note) {
        if (!mayConfirm()) {
            throw new NotYours("roster.confirm");
        }
        lock.take();
        RosterConfirmation asked = ask();
        if (confirm(asked, note)) {
            events.publishEvent(new RosterConfirmed(asked.beginsOn()));
        }
        return of(asked.beginsOn());
    }

    /** The same by whom the plan asks in its step, for the period of the key. */
    void confirmAsAsked(String key, @Nullable String note) {
        confirm(of(key), note);
    }

    /** @return false where it was given before */
    private boolean confirm(RosterConfirmation asked, @Nullable String note) {
        String text = note == null || note.isBlank() ? null : note.strip();
        if (text != null) {
            TextRules.text("note", text, LONGEST_NOTE).ifPresent(wrong -> {
                throw new InvalidInput(List.of(wrong));
            });
        }
        if (!asked.isOpen()) {
            return false;
        }
        store.confirm(asked.beginsOn(), clock.instant(), Actors.current().account(), text);
        journal.record("roster.confirmed", asked.beginsOn().toString(), text);
        return true;
    }

    /** The first day of the period in which the day lies; the first of a fiscal year begins on 1 April. */
    LocalDate beginOf(LocalDate day) {
        LocalDate april = LocalDate.of(day.getYear() - (day.getMonthValue() < 4 ? 1 : 0), Month.APRIL, 1);
        long since = ChronoUnit.MONTHS.between(april, day);
        return april.plusMonths(since / months * months);
    }
}
