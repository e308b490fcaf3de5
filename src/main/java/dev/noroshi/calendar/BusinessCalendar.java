package dev.noroshi.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * The city's two clocks, in Asia/Tokyo: calendar time, and office hours on open days (開庁日: not Saturday, Sunday, a
 * national holiday, 29 December to 3 January).
 */
@Service
public class BusinessCalendar {

    public static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** The finest difference between two stored moments. */
    public static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);

    private final OpenDays openDays;
    private final OpenDays statesDays;
    private final IntFunction<Map<LocalDate, Holiday>> holidays;
    private final LocalTime opens;
    private final LocalTime closes;

    @Autowired
    BusinessCalendar(
            @Value("${noroshi.office.opens:08:30}") String opens,
            @Value("${noroshi.office.closes:17:15}") String closes,
            CityDays days,
            OfficialHolidays official) {
        this(opens, closes, days::isOpen, days::isOpenNationally, official::holidays);
    }

    /** A calendar by the law alone. */
    public BusinessCalendar(String opens, String closes) {
        this(opens, closes, day -> Optional.empty(), day -> Optional.empty(), NationalHolidays::of);
    }

    private BusinessCalendar(
            String opens,
            String closes,
            Function<LocalDate, Optional<Boolean>> corrections,
            Function<LocalDate, Optional<Boolean>> statesCorrections,
            IntFunction<Map<LocalDate, Holiday>> holidays) {
        this.openDays = new OpenDays(corrections, holidays);
        this.statesDays = new OpenDays(statesCorrections, holidays);
        this.holidays = holidays;
        this.opens = LocalTime.parse(opens);
        this.closes = LocalTime.parse(closes);
        if (!this.opens.isBefore(this.closes)) {
            throw new IllegalArgumentException(
                    "noroshi.office.opens (" + opens + ") must be before noroshi.office.closes (" + closes + ")");
        }
    }

    public boolean isOpenDay(LocalDate day) {
        return openDays.isOpen(day);
    }

    /** Whether the offices of the state are open (not 行政機関の休日). */
    public boolean isOpenDayOfState(LocalDate day) {
        return statesDays.isOpen(day);
    }

    public boolean isOfficeHours(Instant at) {
        ZonedDateTime there = at.atZone(TOKYO);
        LocalTime time = there.toLocalTime();
        return isOpenDay(there.toLocalDate()) && !time.isBefore(opens) && time.isBefore(closes);
    }

    /** Days of a year, Saturdays and Sundays left out, on which the city is closed. */
    public List<LocalDate> closedWeekdays(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().getValue() < 6 && !isOpenDay(day))
                .toList();
    }

    /** The holidays of a year: by the official list where that was read, else by the rules of the act. */
    public Map<LocalDate, Holiday> holidays(int year) {
        return holidays.apply(year);
    }

    /** When the office opens and closes after {@code from} and before {@code until}, in order. */
    public List<Instant> officeChanges(Instant from, Instant until) {
        return days(from, until)
                .filter(this::isOpenDay)
                .flatMap(day -> Stream.of(openingOf(day), closeOf(day)))
                .filter(at -> at.isAfter(from) && at.isBefore(until))
                .toList();
    }

    /**
     * Moments after {@code from} and before {@code until} at which a time target counted from there stops to move on with
     * its beginning, or jumps: between two of them it stands still or moves as the clock does.
     */
    List<Instant> bends(Instant from, Instant until, TimeTarget target) {
        Stream<Instant> bends = switch (target.unit()) {
            case MINUTES, DAYS -> Stream.empty();
            case OPEN_DAYS ->
                days(from, until)
                        .flatMap(day -> Stream.of(day.atStartOfDay(TOKYO).toInstant(), closeOf(day)));
            case OFFICE_MINUTES ->
                days(from, until).filter(this::isOpenDay).flatMap(day -> officeBends(day, target.amount()));
        };
        return bends.filter(at -> at.isAfter(from) && at.isBefore(until))
                .distinct()
                .sorted()
                .toList();
    }

    /** The last moment whose time ends with an office day still belongs to that day; the next one does not. */
    private Stream<Instant> officeBends(LocalDate day, int minutes) {
        Duration rest = Duration.ofNanos(
                Duration.ofMinutes(minutes).toNanos() % officeDay().toNanos());
        Instant last = rest.isZero() ? openingOf(day) : closeOf(day).minus(rest);
        return Stream.of(
                openingOf(day),
                last,
                last.plus(TICK),
                closeOf(day),
                closeOf(day).plus(TICK));
    }

    private static Stream<LocalDate> days(Instant from, Instant until) {
        return dayOf(from).datesUntil(dayOf(until).plusDays(1));
    }

    /** The given day if open, else the first open day after it. */
    public LocalDate openDayFrom(LocalDate day) {
        LocalDate open = day;
        while (!isOpenDay(open)) {
            open = open.plusDays(1);
        }
        return open;
    }

    /** The moment when {@code time} of office hours has passed since {@code from}. */
    public Instant plusOfficeTime(Instant from, Duration time) {
        Duration left = time;
        Instant start = from;
        while (left.compareTo(Duration.ZERO) > 0) {
            start = officeHoursFrom(start);
            Instant close = closeOf(dayOf(start));
            Duration today = Duration.between(start, close);
            if (left.compareTo(today) <= 0) {
                return start.plus(left);
            }
            left = left.minus(today);
            start = close;
        }
        return start;
    }

    /** The close of office hours on the n-th open day after the day of {@code from}; 0 = the same day if open. */
    public Instant closeOfOpenDay(Instant from, int openDays) {
        LocalDate day = dayOf(from);
        if (openDays == 0) {
            return closeOf(dayOf(officeHoursFrom(from)));
        }
        for (int passed = 0; passed < openDays; passed++) {
            day = openDayFrom(day.plusDays(1));
        }
        return closeOf(day);
    }

    /**
     * A legal deadline counted in calendar days from the day of knowing (day 1), moved to the next open day when on its last
     * day the offices of the state are closed (PPC 事務対応ガイド 4-4-1); a day off of the city alone does not move it.
     */
    public LocalDate legalDeadline(Instant knownAt, int days) {
        LocalDate last = dayOf(knownAt).plusDays(days - 1L);
        while (!isOpenDayOfState(last)) {
            last = last.plusDays(1);
        }
        return last;
    }

    /** The fiscal year (年度, from 1 April) of the moment, as the Gregorian year it begins in. */
    public int fiscalYear(Instant at) {
        LocalDate day = dayOf(at);
        return day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear();
    }

    /** How long the office is open on an open day. */
    Duration officeDay() {
        return Duration.between(opens, closes);
    }

    /** The moment itself within office hours, else when the office next opens. */
    private Instant officeHoursFrom(Instant at) {
        if (isOfficeHours(at)) {
            return at;
        }
        LocalDate day = dayOf(at);
        boolean stillToOpen = isOpenDay(day) && at.isBefore(openingOf(day));
        return openingOf(stillToOpen ? day : openDayFrom(day.plusDays(1)));
    }

    private Instant openingOf(LocalDate day) {
        return day.atTime(opens).atZone(TOKYO).toInstant();
    }

    private Instant closeOf(LocalDate day) {
        return day.atTime(closes).atZone(TOKYO).toInstant();
    }

    private static LocalDate dayOf(Instant at) {
        return at.atZone(TOKYO).toLocalDate();
    }
}
