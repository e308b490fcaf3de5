package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.CityDays;
import dev.noroshi.calendar.CityDays.CityDay;
import dev.noroshi.calendar.DayCorrected;
import dev.noroshi.calendar.Holiday;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.journal.Journal;
import dev.noroshi.web.InvalidInput;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The city's open and closed days: administrators correct them; times that are still open follow. */
@Service
@Transactional
public class CityCalendar {

    /** The National Holidays Act is as it is since then. */
    static final int FIRST_YEAR = 2020;

    private static final int LAST_YEAR = 2099;

    private final CityDays days;
    private final BusinessCalendar calendar;
    private final HolidayWords words;
    private final Cautious cautious;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    CityCalendar(
            CityDays days,
            BusinessCalendar calendar,
            HolidayWords words,
            Cautious cautious,
            Journal journal,
            ApplicationEventPublisher events) {
        this.days = days;
        this.calendar = calendar;
        this.words = words;
        this.cautious = cautious;
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

    /** @param year the nearest that the calendar has is shown */
    @Transactional(readOnly = true)
    public Year year(int year) {
        int shown = within(year);
        return new Year(
                shown,
                calendar.closedWeekdays(shown),
                days.all().stream().filter(it -> it.day().getYear() == shown).toList());
    }

    /** @throws InvalidInput for a year that the calendar has not */
    public static void requireKnown(int year) {
        if (within(year) != year) {
            throw new InvalidInput("year", "range", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
        }
    }

    /** The year itself, or the nearest that the calendar has. */
    static int within(int year) {
        return Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR);
    }

    /** Why the law closes a day of the year, in the reader's language. */
    @Transactional(readOnly = true)
    public Map<LocalDate, String> names(Year of, Locale reader) {
        Map<LocalDate, Holiday> holidays = calendar.holidays(of.year());
        Map<LocalDate, String> names = new HashMap<>();
        of.closed().forEach(day -> names.put(day, words.named(holidays.getOrDefault(day, yearEnd(day)), reader)));
        of.corrected().forEach(day -> names.remove(day.day()));
        return names;
    }

    private static Holiday yearEnd(LocalDate day) {
        return new Holiday(day, "year-end", null);
    }

    /**
     * A day as an administrator enters it.
     *
     * @param name why; required
     * @param national see {@link CityDay}
     * @param consent whether to go on when some call then reaches nobody
     */
    public record Correction(
            @Nullable LocalDate day, boolean open, @Nullable String name, boolean national, boolean consent) {}

    /** Opens or closes a day. @throws NewHoles without consent, when some call then reaches nobody */
    public void correct(Correction asked) {
        requireAdmin();
        EntryCheck check = new EntryCheck();
        String why = check.required("name", asked.name(), 100);
        LocalDate day = asked.day();
        if (day == null) {
            check.refuse("day", "required");
        } else if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            check.refuse("day", "day-range", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
        }
        check.requireClean();
        if (day != null) {
            boolean open = asked.open();
            cautious.change(asked.consent(), () -> {
                days.correct(new CityDay(day, open, why, asked.national()));
                return day;
            });
            journal.record(open ? "calendar.day-opened" : "calendar.day-closed", day.toString(), why);
            events.publishEvent(new DayCorrected(day, open));
        }
    }

    /** The day is again what the law says. @throws NewHoles as for a correction */
    public void restore(LocalDate day, boolean consent) {
        requireAdmin();
        if (cautious.change(consent, () -> days.restore(day))) {
            journal.record("calendar.day-restored", day.toString(), null);
            events.publishEvent(new DayCorrected(day, calendar.isOpenDay(day)));
        }
    }

    /** @throws NotYours for everybody but administrators */
    static void requireAdmin() {
        Actor actor = Actors.current();
        if (!actor.isSystem() && !actor.holds(Roles.ADMIN)) {
            throw new NotYours("calendar.change");
        }
    }
}
