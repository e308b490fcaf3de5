package dev.noroshi.plan;

import dev.noroshi.calendar.Moments;
import dev.noroshi.identity.Actor;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people did about stuck steps, in the database. */
@Repository
class StoppageStore {

    /** Further tries that people asked for, and the skip that waits. */
    record Kept(int retries, Stoppage.@Nullable Proposal proposal) {}

    private final JdbcClient jdbc;

    StoppageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the step's id. */
    Map<String, Kept> all() {
        Map<String, Kept> kept = new HashMap<>();
        jdbc.sql("select * from plan_stuck_step")
                .query((row, index) -> kept.put(
                        row.getString("id"),
                        new Kept(
                                row.getInt("retries"),
                                row.getString("proposed_by") == null
                                        ? null
                                        : new Stoppage.Proposal(
                                                row.getString("proposed_by"),
                                                row.getString("proposed_name"),
                                                Moments.read(row, "proposed_at"),
                                                row.getString("reason")))))
                .list();
        return kept;
    }

    /** A retry takes a proposal back: what is tried again is not skipped. */
    void retried(String id) {
        jdbc.sql(
                        "insert into plan_stuck_step (id, retries) values (?, 1) on duplicate key update"
                                + " retries = retries + 1, proposed_by = null, proposed_name = null, proposed_at = null, reason = null")
                .param(id)
                .update();
    }

    void proposed(String id, Actor by, Instant at, String reason) {
        jdbc.sql("insert into plan_stuck_step (id, retries, proposed_by, proposed_name, proposed_at, reason)"
                        + " values (:id, 0, :by, :name, :at, :reason) on duplicate key update proposed_by = :by,"
                        + " proposed_name = :name, proposed_at = :at, reason = :reason")
                .param("id", id)
                .param("by", by.account())
                .param("name", by.name())
                .param("at", Moments.column(at))
                .param("reason", reason)
                .update();
    }

    void over(String id) {
        jdbc.sql("delete from plan_stuck_step where id = ?").param(id).update();
    }
}
