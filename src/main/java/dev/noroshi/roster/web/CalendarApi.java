package dev.noroshi.roster.web;

import dev.noroshi.roster.CityCalendar;
import dev.noroshi.web.EmptyBody;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The city's open and closed days over REST. */
@RestController
@RequestMapping("/api/v1/calendar/days")
class CalendarApi {

    /**
     * A day that is otherwise than the law says.
     *
     * @param open whether the city is open
     * @param name why
     * @param national whether the offices of the state are open or closed alike: only then it moves legal deadlines
     * @param consent false to be refused when some call then reaches nobody; null and true to go on all the same
     */
    record DayEntry(
            @Nullable LocalDate day,
            boolean open,
            @Nullable String name,
            @Nullable Boolean national,
            @Nullable Boolean consent) {}

    private final CityCalendar calendar;

    CalendarApi(CityCalendar calendar) {
        this.calendar = calendar;
    }

    @GetMapping
    CityCalendar.Year year(@RequestParam int year) {
        CityCalendar.requireKnown(year);
        return calendar.year(year);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correct(@RequestBody DayEntry entry) {
        calendar.correct(new CityCalendar.Correction(
                entry.day(),
                entry.open(),
                entry.name(),
                Boolean.TRUE.equals(entry.national()),
                !Boolean.FALSE.equals(entry.consent())));
    }

    /** The day is again what the law says. */
    @PostMapping("/{day}/restoration")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable LocalDate day, @RequestBody(required = false) @Nullable Map<String, Object> nothing) {
        EmptyBody.require(nothing);
        calendar.restore(day, true);
    }
}
