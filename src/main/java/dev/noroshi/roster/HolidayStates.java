package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.Holiday;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What each day of some years is, before or after a change of their holidays. */
final class HolidayStates {

    private record State(Optional<Holiday> holiday, boolean open, boolean stateOpen) {}

    private final Map<LocalDate, State> days = new TreeMap<>();

    static HolidayStates of(BusinessCalendar calendar, Collection<Integer> years) {
        HolidayStates states = new HolidayStates();
        for (int year : years) {
            Map<LocalDate, Holiday> holidays = calendar.holidays(year);
            LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .forEach(day -> states.days.put(
                            day,
                            new State(
                                    Optional.ofNullable(holidays.get(day)),
                                    calendar.isOpenDay(day),
                                    calendar.isOpenDayOfState(day))));
        }
        return states;
    }

    /** In order of days. */
    List<HolidayChange> changesTo(HolidayStates after) {
        return days.entrySet().stream()
                .map(it -> change(it.getKey(), it.getValue(), Objects.requireNonNull(after.days.get(it.getKey()))))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<HolidayChange> change(LocalDate day, State before, State after) {
        String effect = effect(before, after);
        boolean same = effect.equals("none") && name(before.holiday()).equals(name(after.holiday()));
        return same
                ? Optional.empty()
                : Optional.of(new HolidayChange(
                        day, before.holiday().orElse(null), after.holiday().orElse(null), effect));
    }

    /** A computed day has no name of its own, and the list calls a substitute merely 休日: the key tells them apart. */
    private static String name(Optional<Holiday> holiday) {
        return holiday.map(it -> Objects.requireNonNullElseGet(it.word(), () -> "*" + it.name()))
                .orElse("");
    }

    private static String effect(State before, State after) {
        if (before.open() != after.open()) {
            return after.open() ? "opens" : "closes";
        }
        if (before.stateOpen() != after.stateOpen()) {
            return after.stateOpen() ? "state-opens" : "state-closes";
        }
        return "none";
    }
}
