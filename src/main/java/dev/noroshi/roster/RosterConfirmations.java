package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.journal.Journal;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.TextRules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Once in a period, a quarter of the fiscal year unless the city sets another, the roster is looked through and confirmed. */
@Service
@Transactional
public class RosterConfirmations {

    /** Who confirms. */
    public static final Set<String> ROLES = Set.of(Roles.WINDOW, Roles.LEAD, Roles.CHIEF);

    private static final int LONGEST_NOTE = 1000;

    private final ConfirmationStore store;
    private final Roster roster;
    private final RosterLock lock;
    private final BusinessCalendar calendar;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final int months;
    private final int days;

    RosterConfirmations(
            ConfirmationStore store,
            Roster roster,
            RosterLock lock,
            BusinessCalendar calendar,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${noroshi.roster.confirmation.months:3}") int months,
            @Value("${noroshi.roster.confirmation.days:14}") int days) {
        this.store = store;
        this.roster = roster;
        this.lock = lock;
        this.calendar = calendar;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
        this.months = Math.max(1, Math.min(12, months));
        this.days = Math.max(1, days);
    }

    /** Asks for the confirmation of the present period, unless it has been asked for; that of the period. */
    public RosterConfirmation ask() {
        Instant now = clock.instant();
        LocalDate begins = beginOf(LocalDate.ofInstant(now, BusinessCalendar.TOKYO));
        return store.of(begins).orElseGet(() -> {
            LocalDate day = LocalDate.ofInstant(now, BusinessCalendar.TOKYO).plusDays(days);
            Instant due = calendar.closeOfOpenDay(
                    day.atStartOfDay(BusinessCalendar.TOKYO).toInstant(), 0);
            store.open(begins, now, due);
            return store.of(begins).orElseThrow();
        });
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

    /** The one that is asked for and not yet given; empty for none. */
    @Transactional(readOnly = true)
    public Optional<RosterConfirmation> open() {
        return store.last(1).stream().filter(RosterConfirmation::isOpen).findFirst();
    }

    /** Whether the person acting may confirm. */
    public boolean mayConfirm() {
        return mayConfirm(Actors.current());
    }

    private static boolean mayConfirm(Actor actor) {
        return actor.isSystem() || ROLES.stream().anyMatch(actor::holds);
    }

    /**
     * The roster is right, or has been put right. A repeat in the same period does nothing.
     *
     * @throws NotYours for everybody but the window, the lead and the chief
     */
    public RosterConfirmation confirm(@Nullable String note) {
        Actor actor = Actors.current();
        if (!mayConfirm(actor)) {
            throw new NotYours("roster.confirm");
        }
        String text = note == null || note.isBlank() ? null : note.strip();
        if (text != null) {
            TextRules.text("note", text, LONGEST_NOTE).ifPresent(wrong -> {
                throw new InvalidInput(List.of(wrong));
            });
        }
        lock.take();
        RosterConfirmation asked = ask();
        if (!asked.isOpen()) {
            return asked;
        }
        store.confirm(asked.beginsOn(), clock.instant(), actor.account(), text);
        journal.record("roster.confirmed", asked.beginsOn().toString(), text);
        events.publishEvent(new RosterConfirmed(asked.beginsOn(), actor.account()));
        return store.of(asked.beginsOn()).orElseThrow();
    }

    /** The first day of the period in which the day lies; the first of a fiscal year begins on 1 April. */
    LocalDate beginOf(LocalDate day) {
        LocalDate april = LocalDate.of(day.getYear() - (day.getMonthValue() < 4 ? 1 : 0), Month.APRIL, 1);
        long since = ChronoUnit.MONTHS.between(april, day);
        return april.plusMonths(since / months * months);
    }
}
