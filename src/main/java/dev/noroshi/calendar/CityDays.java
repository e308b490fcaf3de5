package dev.noroshi.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Days on which the city is open or closed otherwise than its ordinance and the law say; other nodes hear of a change within a minute. */
@Component
public class CityDays {

    /**
     * A day that is otherwise than the law says.
     *
     * @param name why, such as the city's foundation day
     * @param national whether the offices of the state are open or closed alike, as after a change of the National Holidays
     *     Act; only then it moves the last day of a legal period
     */
    public record CityDay(LocalDate day, boolean open, String name, boolean national) {}

    private final JdbcClient jdbc;
    private final Kept<Map<LocalDate, CityDay>> days = new Kept<>(this::read);

    CityDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In order. */
    public Collection<CityDay> all() {
        return days().values();
    }

    Optional<Boolean> isOpen(LocalDate day) {
        return Optional.ofNullable(days().get(day)).map(CityDay::open);
    }

    /** The same of the offices of the state (行政機関の休日). */
    Optional<Boolean> isOpenNationally(LocalDate day) {
        return Optional.ofNullable(days().get(day)).filter(CityDay::national).map(CityDay::open);
    }

    /** Counts at once, also within the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void correct(CityDay day) {
        jdbc.sql("insert into calendar_day (day, open, name, national) values (:day, :open, :name, :national)"
                        + " on duplicate key update open = :open, name = :name, national = :national")
                .param("day", day.day())
                .param("open", day.open())
                .param("name", day.name())
                .param("national", day.national())
                .update();
        days.changed();
    }

    /** The day is again what the law says. @return whether it was corrected */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean restore(LocalDate day) {
        boolean corrected = jdbc.sql("delete from calendar_day where day = :day")
                        .param("day", day)
                        .update()
                > 0;
        days.changed();
        return corrected;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forget() {
        days.forget();
    }

    private Map<LocalDate, CityDay> days() {
        return days.now();
    }

    private Map<LocalDate, CityDay> read() {
        Map<LocalDate, CityDay> read = new TreeMap<>();
        jdbc.sql("select day, open, name, national from calendar_day")
                .query((row, n) -> new CityDay(
                        row.getObject("day", LocalDate.class),
                        row.getBoolean("open"),
                        row.getString("name"),
                        row.getBoolean("national")))
                .list()
                .forEach(day -> read.put(day.day(), day));
        return read;
    }
}
