package dev.noroshi.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The Cabinet Office's lists of holidays (内閣府「国民の祝日・休日」) that were read: what the list of a year says is so, and
 * nothing else is a holiday in it. Other years are computed; other nodes hear of a change within a minute.
 */
@Component
public class OfficialHolidays {

    private final JdbcClient jdbc;
    private final Kept<Map<Integer, HolidayList>> lists = new Kept<>(this::read);

    OfficialHolidays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for a year that is computed. */
    public Optional<HolidayList> list(int year) {
        return Optional.ofNullable(lists.now().get(year));
    }

    Map<LocalDate, Holiday> holidays(int year) {
        return list(year).map(HolidayList::days).orElseGet(() -> NationalHolidays.of(year));
    }

    /** In place of what the year was before; counts at once, also within the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(HolidayList list) {
        delete(list.year());
        jdbc.sql("insert into calendar_list (year, read_at, sha256) values (?, ?, ?)")
                .params(list.year(), Moments.column(list.readAt()), list.sha256())
                .update();
        list.days().values().forEach(it -> insert(list.year(), it));
        lists.changed();
    }

    /** The year is computed again. @return whether there was a list of it */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remove(int year) {
        boolean was = delete(year);
        lists.changed();
        return was;
    }

    /** What is asked next is as the database has it by then. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    public void forget() {
        lists.forget();
    }

    private void insert(int year, Holiday holiday) {
        jdbc.sql("insert into calendar_holiday (year, day, word, name) values (:year, :day, :word, :name)")
                .param("year", year)
                .param("day", holiday.day())
                .param("word", holiday.word())
                .param("name", holiday.name())
                .update();
    }

    private boolean delete(int year) {
        jdbc.sql("delete from calendar_holiday where year = ?").param(year).update();
        return jdbc.sql("delete from calendar_list where year = ?").param(year).update() > 0;
    }

    private Map<Integer, HolidayList> read() {
        Map<Integer, Map<LocalDate, Holiday>> days = new HashMap<>();
        jdbc.sql("select year, day, word, name from calendar_holiday").query(row -> {
            LocalDate day = row.getObject("day", LocalDate.class);
            days.computeIfAbsent(row.getInt("year"), year -> new HashMap<>())
                    .put(day, new Holiday(day, row.getString("word"), row.getString("name")));
        });
        Map<Integer, HolidayList> read = new TreeMap<>();
        jdbc.sql("select year, read_at, sha256 from calendar_list")
                .query((row, n) -> new HolidayList(
                        row.getInt("year"),
                        Moments.read(row, "read_at"),
                        row.getString("sha256"),
                        days.getOrDefault(row.getInt("year"), Map.of())))
                .list()
                .forEach(list -> read.put(list.year(), list));
        return read;
    }
}
