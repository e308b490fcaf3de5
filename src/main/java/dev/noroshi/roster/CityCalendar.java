package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.CityDays;
import dev.noroshi.calendar.CityDays.CityDay;
import dev.noroshi.calendar.DayCorrected;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.journal.Journal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The city's open and closed days: administrators correct them; times that are still open follow. */
@Service
@Transactional
public class CityCalendar {

    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2099;

    private final CityDays days;
    private final BusinessCalendar calendar;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    CityCalendar(CityDays days, BusinessCalendar calendar, Journal journal, ApplicationEventPublisher events) {
        this.days = days;
        this.calendar = calendar;
        this.journal = journal;
        this.events = events;
    }

    /**
     * A year as it counts.
     *
     * @param closed closed days that are neither Saturday nor Sunday
     * @param corrected what the city says otherwise than the law
     */
    public record Year(int year, List<LocalDate> closed, List<CityDay> corrected) {}

    @Transactional(readOnly = true)
    public Year year(int year) {
        int shown = Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR);
        return new Year(
                shown,
                calendar.closedWeekdays(shown),
                days.all().stream().filter(it -> it.day().getYear() == shown).toList());
    }

    /** Opens or closes a day. @param name why; required */
    public void correct(@Nullable LocalDate day, boolean open, @Nullable String name) {
        requireAdmin();
        EntryCheck check = new EntryCheck();
        String why = check.required("name", name, 100);
        if (day == null) {
            check.refuse("day", "required");
        } else if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            check.refuse("day", "invalid");
        }
        check.requireClean();
        if (day != null) {
            days.correct(new CityDay(day, open, why));
            journal.record(open ? "calendar.day-opened" : "calendar.day-closed", day.toString(), why);
            events.publishEvent(new DayCorrected(day, open));
        }
    }

    /** The day is again what the law says. */
    public void restore(LocalDate day) {
        requireAdmin();
        if (days.restore(day)) {
            journal.record("calendar.day-restored", day.toString(), null);
            events.publishEvent(new DayCorrected(day, calendar.isOpenDay(day)));
        }
    }

    private static void requireAdmin() {
        Actor actor = Actors.current();
        if (!actor.isSystem() && !actor.holds(Roles.ADMIN)) {
            throw new NotYours("calendar.change");
        }
    }
}
