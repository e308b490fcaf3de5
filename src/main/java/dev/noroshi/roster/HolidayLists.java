package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.DayCorrected;
import dev.noroshi.calendar.Holiday;
import dev.noroshi.calendar.HolidayList;
import dev.noroshi.calendar.HolidaysCorrected;
import dev.noroshi.calendar.OfficialHolidays;
import dev.noroshi.journal.Journal;
import dev.noroshi.web.IfMatch;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The Cabinet Office's list of holidays, carried in as a file by an administrator: compared, and taken whole or not at all. Its
 * years are by the list from then on; what the city has corrected stays corrected, and times that are still open follow.
 */
@Service
@Transactional
public class HolidayLists {

    /** The list of the next year is published in February. */
    private static final Month EXPECTED_FROM = Month.MARCH;

    private static final int LONGEST_NAME = 100;

    private final OfficialHolidays official;
    private final BusinessCalendar calendar;
    private final HolidayWords words;
    private final Cautious cautious;
    private final RosterLock lock;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HolidayLists(
            OfficialHolidays official,
            BusinessCalendar calendar,
            HolidayWords words,
            Cautious cautious,
            RosterLock lock,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.official = official;
        this.calendar = calendar;
        this.words = words;
        this.cautious = cautious;
        this.lock = lock;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The holidays of a year.
     *
     * @param official whether they are by the list; else they are computed by the rules of the act
     * @param readAt when the list's file was read; null when computed
     * @param sha256 of the file; null when computed
     * @param days in order
     */
    public record HolidayYear(
            int year,
            boolean official,
            @Nullable Instant readAt,
            @Nullable String sha256,
            List<Holiday> days) {}

    @Transactional(readOnly = true)
    public HolidayYear year(int year) {
        int shown = CityCalendar.within(year);
        Optional<HolidayList> list = official.list(shown);
        return new HolidayYear(
                shown,
                list.isPresent(),
                list.map(HolidayList::readAt).orElse(null),
                list.map(HolidayList::sha256).orElse(null),
                calendar.holidays(shown).values().stream()
                        .sorted(Comparator.comparing(Holiday::day))
                        .toList());
    }

    /** The next year, when its list was published and not read. */
    @Transactional(readOnly = true)
    public Optional<Integer> unread() {
        LocalDate today = today();
        int next = today.getYear() + 1;
        boolean published = today.getMonth().compareTo(EXPECTED_FROM) >= 0;
        return published && official.list(next).isEmpty() ? Optional.of(next) : Optional.empty();
    }

    /**
     * What a file would change. Nothing is changed.
     *
     * @throws NotYours for everybody but administrators
     */
    public HolidayPreview preview(byte[] file) {
        begin();
        HolidayYears read = HolidayFile.read(file, today(), words);
        if (!read.errors().isEmpty()) {
            return new HolidayPreview("", List.of(), List.of(), List.of(), SheetError.few(read.errors()), List.of());
        }
        HolidayStates before = HolidayStates.of(calendar, read.years().keySet());
        List<String> holes = new ArrayList<>();
        try {
            cautious.change(false, () -> write(read, file));
        } catch (NewHoles opened) {
            holes.addAll(opened.holes());
        }
        List<HolidayChange> changes = changesSince(before, read.years().keySet());
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return seen(read, changes, holes);
    }

    /**
     * Takes a file, all of it or nothing.
     *
     * @param name of the file; null when it has none
     * @param from the preview's version, or any: then the file is taken whatever it changes by now
     * @param consent whether to go on when the list is not as the act, or some call then reaches nobody
     * @return what it changed
     * @throws SheetRefused when the file has errors
     * @throws HolidaysMoved when it would change something else than the preview said
     * @throws HolidayListDoubtful without consent
     * @throws NewHoles without consent
     */
    public HolidayPreview take(byte[] file, @Nullable String name, IfMatch from, boolean consent) {
        begin();
        HolidayYears read = HolidayFile.read(file, today(), words);
        if (!read.errors().isEmpty()) {
            throw new SheetRefused(SheetError.few(read.errors()));
        }
        if (!consent && !read.doubts().isEmpty()) {
            throw new HolidayListDoubtful(read.doubts());
        }
        HolidayStates before = HolidayStates.of(calendar, read.years().keySet());
        cautious.change(consent, () -> write(read, file));
        HolidayPreview taken = seen(read, changesSince(before, read.years().keySet()), List.of());
        if (!from.admits(taken.version())) {
            throw new HolidaysMoved();
        }
        String source = plain(name) + "SHA-256 " + SheetDigest.sha256(file);
        journal.record("calendar.holidays-read", span(taken.years()), said(source, taken.changes()));
        follow(taken.changes());
        return taken;
    }

    /**
     * The holidays of the year are computed again. Of a year that is computed nothing changes.
     *
     * @throws NewHoles without consent, when some call then reaches nobody
     */
    public void compute(int year, boolean consent) {
        begin();
        if (CityCalendar.within(year) != year) {
            return;
        }
        HolidayStates before = HolidayStates.of(calendar, List.of(year));
        if (cautious.change(consent, () -> official.remove(year))) {
            List<HolidayChange> changes = changesSince(before, List.of(year));
            journal.record("calendar.holidays-computed", String.valueOf(year), said("", changes));
            follow(changes);
        }
    }

    /** One at a time, and each after what the one before has written, on whichever node. */
    private void begin() {
        CityCalendar.requireAdmin();
        lock.take();
        official.forget();
    }

    private HolidayYears write(HolidayYears read, byte[] file) {
        Instant now = clock.instant();
        String sha256 = SheetDigest.sha256(file);
        read.years().forEach((year, days) -> official.put(new HolidayList(year, now, sha256, days)));
        return read;
    }

    private List<HolidayChange> changesSince(HolidayStates before, Collection<Integer> years) {
        return before.changesTo(HolidayStates.of(calendar, years));
    }

    private static HolidayPreview seen(HolidayYears read, List<HolidayChange> changes, List<String> holes) {
        List<Integer> years = List.copyOf(read.years().keySet());
        String version = SheetDigest.version(years + " " + changes);
        return new HolidayPreview(version, years, changes, List.copyOf(read.doubts()), List.of(), holes);
    }

    /** Days to come first: those are what people wait for. */
    private void follow(List<HolidayChange> changes) {
        LocalDate today = today();
        List<DayCorrected> days = changes.stream()
                .filter(HolidayChange::moves)
                .sorted(Comparator.comparing((HolidayChange it) -> it.day().isBefore(today))
                        .thenComparing(HolidayChange::day))
                .map(it -> new DayCorrected(it.day(), it.opens()))
                .toList();
        if (!days.isEmpty()) {
            events.publishEvent(new HolidaysCorrected(days));
        }
    }

    private static String said(String source, List<HolidayChange> changes) {
        return Stream.concat(
                        Stream.of(source).filter(it -> !it.isEmpty()),
                        changes.stream().map(it -> it.day() + " " + it.effect()))
                .collect(Collectors.joining("; "));
    }

    /** A browser may send anything for a name. */
    private static String plain(@Nullable String name) {
        String last =
                name == null ? "" : name.replaceFirst("(?s)^.*[/\\\\]", "").replaceAll("\\p{C}", "");
        int shown = Math.min(last.codePointCount(0, last.length()), LONGEST_NAME);
        return last.isBlank() ? "" : last.substring(0, last.offsetByCodePoints(0, shown)) + "; ";
    }

    private static String span(List<Integer> years) {
        return years.get(0) + "-" + years.get(years.size() - 1);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
    }
}
