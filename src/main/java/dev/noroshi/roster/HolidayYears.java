package dev.noroshi.roster;

import dev.noroshi.calendar.Holiday;
import dev.noroshi.calendar.NationalHolidays;
import dev.noroshi.roster.HolidayFile.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The years of a file, each of them whole or refused. Whole is a year with all days that the act names and all that follow from
 * those. As the act may change, a single absent name and days that it does not know are asked about instead.
 */
final class HolidayYears {

    /** What the file calls each day beside a holiday; the act has no other name for it. */
    private static final String FOLLOWING = "休日";

    private static final int NAMED = 3;

    private final List<SheetError> errors;
    private final List<HolidayDoubt> doubts = new ArrayList<>();
    private final SortedMap<Integer, Map<LocalDate, Holiday>> years = new TreeMap<>();
    private final LocalDate today;
    private final HolidayWords words;

    /** @param errors what is wrong already; gets what else is */
    HolidayYears(List<SheetError> errors, LocalDate today, HolidayWords words) {
        this.errors = errors;
        this.today = today;
        this.words = words;
    }

    SortedMap<Integer, Map<LocalDate, Holiday>> years() {
        return years;
    }

    List<SheetError> errors() {
        return errors;
    }

    List<HolidayDoubt> doubts() {
        return doubts;
    }

    /** Of years before the calendar begins only the form was looked at: the act was another then. */
    void add(SortedMap<LocalDate, Entry> days) {
        SortedMap<LocalDate, Entry> ours = days.tailMap(LocalDate.of(CityCalendar.FIRST_YEAR, 1, 1));
        if (ours.isEmpty()) {
            errors.add(SheetError.of(0, null, "holidays-old", CityCalendar.FIRST_YEAR));
        }
        ours.entrySet().stream()
                .collect(Collectors.groupingBy(
                        it -> it.getKey().getYear(),
                        TreeMap::new,
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new)))
                .forEach(this::year);
    }

    private void year(int year, SortedMap<LocalDate, Entry> days) {
        if (year > today.getYear() + 1) {
            int line = days.values().iterator().next().line();
            errors.add(SheetError.of(line, HolidayFile.DAY_COLUMN, "holidays-far", "" + year, "" + (year - 1)));
            return;
        }
        Map<LocalDate, Holiday> holidays = named(days);
        List<String> missing = NationalHolidays.words().stream()
                .filter(word -> holidays.values().stream().noneMatch(it -> word.equals(it.word())))
                .toList();
        if (missing.size() > 1) {
            errors.add(SheetError.of(0, null, "holidays-part", "" + year, names(missing), missing.size()));
            return;
        }
        follow(days, holidays);
        missing.forEach(word -> doubts.add(HolidayDoubt.absent(year, words.official(word), word)));
        holidays.values().stream()
                .filter(it -> it.word() == null)
                .forEach(it -> doubts.add(HolidayDoubt.strange(it.day(), String.valueOf(it.name()))));
        years.put(year, holidays);
    }

    private Map<LocalDate, Holiday> named(SortedMap<LocalDate, Entry> days) {
        Map<LocalDate, Holiday> named = new TreeMap<>();
        Map<String, Integer> lines = new TreeMap<>();
        days.forEach((day, entry) -> {
            if (!entry.name().equals(FOLLOWING)) {
                String word = words.wordOf(entry.name()).orElse(null);
                Integer other = word == null ? null : lines.putIfAbsent(word, entry.line());
                if (other != null) {
                    errors.add(SheetError.of(
                            entry.line(), HolidayFile.NAME_COLUMN, "holidays-name-twice", entry.name(), other));
                }
                named.put(day, new Holiday(day, word, entry.name()));
            }
        });
        return named;
    }

    /** Adds the days beside the named ones; each that follows from days of the act must be in the file. */
    private void follow(SortedMap<LocalDate, Entry> days, Map<LocalDate, Holiday> holidays) {
        Set<LocalDate> ofTheAct = holidays.values().stream()
                .filter(it -> it.word() != null)
                .map(Holiday::day)
                .collect(Collectors.toSet());
        new TreeSet<>(NationalHolidays.following(ofTheAct).keySet())
                .stream()
                        .filter(day -> !days.containsKey(day))
                        .forEach(day -> errors.add(SheetError.of(0, null, "holidays-following", day.toString())));
        Map<LocalDate, String> following = NationalHolidays.following(Set.copyOf(holidays.keySet()));
        days.forEach((day, entry) -> {
            if (entry.name().equals(FOLLOWING)) {
                holidays.put(day, new Holiday(day, following.get(day), entry.name()));
            }
        });
    }

    private String names(List<String> missing) {
        String first = missing.stream().limit(NAMED).map(words::official).collect(Collectors.joining("、"));
        return missing.size() > NAMED ? first + "…" : first;
    }
}
