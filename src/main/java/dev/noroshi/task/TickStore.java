package dev.noroshi.task;

import dev.noroshi.calendar.Moments;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which items of its checklist are ticked, for each task. */
@Repository
class TickStore {

    private final JdbcClient jdbc;

    TickStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Tick(String by, Instant at) {}

    Map<String, Tick> of(String task) {
        Map<String, Tick> ticks = new HashMap<>();
        jdbc.sql("select item, ticked_by, ticked_at from task_tick where task = ?")
                .param(task)
                .query(row -> {
                    ticks.put(
                            row.getString("item"),
                            new Tick(row.getString("ticked_by"), Moments.read(row, "ticked_at")));
                });
        return ticks;
    }

    /** The case's tasks that have a tick. */
    Set<String> tickedTasks(String incident) {
        return new TreeSet<>(
                jdbc.sql("select distinct t.id from task t join task_tick k on k.task = t.id where t.incident = ?")
                        .param(incident)
                        .query(String.class)
                        .list());
    }

    void tick(String task, String item, String by, Instant at) {
        jdbc.sql("insert ignore into task_tick (task, item, ticked_by, ticked_at) values (?, ?, ?, ?)")
                .params(task, item, by, Moments.column(at))
                .update();
    }

    void untick(String task, String item) {
        jdbc.sql("delete from task_tick where task = ? and item = ?")
                .params(task, item)
                .update();
    }
}
