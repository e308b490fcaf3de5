package dev.noroshi.incident;

import dev.noroshi.calendar.Moments;
import dev.noroshi.identity.Actor;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Measures in the database. */
@Repository
class MeasureStore {

    private final JdbcClient jdbc;

    MeasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next place among the measures of a case, which the caller holds. */
    int nextPlace(String incident) {
        return jdbc.sql("select coalesce(max(place), 0) + 1 from incident_measure where incident = ?")
                .param(incident)
                .query(Integer.class)
                .single();
    }

    void insert(Measure measure, int place) {
        jdbc.sql("""
                        insert into incident_measure (id, incident, place, what, owner, owner_name, due, state, reason,
                          follow_up, begun, created_at, version)
                        values (:id, :incident, :place, :what, :owner, :name, :due, :state, null, null, false, :at, 1)
                        """)
                .param("id", measure.id())
                .param("incident", measure.incident())
                .param("place", place)
                .param("what", measure.what())
                .param("owner", measure.owner())
                .param("name", measure.ownerName())
                .param("due", measure.due())
                .param("state", measure.state())
                .param("at", Moments.column(measure.createdAt()))
                .update();
    }

    void update(Measure measure) {
        jdbc.sql("""
                        update incident_measure set what = :what, owner = :owner, owner_name = :name, due = :due,
                          state = :state, reason = :reason, follow_up = :followUp, version = version + 1 where id = :id
                        """)
                .param("what", measure.what())
                .param("owner", measure.owner())
                .param("name", measure.ownerName())
                .param("due", measure.due())
                .param("state", measure.state())
                .param("reason", measure.reason())
                .param("followUp", measure.followUp())
                .param("id", measure.id())
                .update();
    }

    /** What was planned and is not followed up yet is planned anew. */
    void deletePlanned(String incident) {
        jdbc.sql("delete from incident_measure where incident = ? and not begun")
                .param(incident)
                .update();
    }

    void begun(String id) {
        jdbc.sql("update incident_measure set begun = true where id = ?")
                .param(id)
                .update();
    }

    void reminded(String id, Instant at) {
        jdbc.sql("update incident_measure set reminded_at = ? where id = ?")
                .params(Moments.column(at), id)
                .update();
    }

    Optional<Measure> find(String id) {
        return jdbc.sql("select * from incident_measure where id = ?")
                .param(id)
                .query(MeasureStore::read)
                .optional();
    }

    List<Measure> of(String incident) {
        return jdbc.sql("select * from incident_measure where incident = ? order by place")
                .param(incident)
                .query(MeasureStore::read)
                .list();
    }

    /** Soonest due first, of the cases into which the actor may look. */
    Page<Measure> list(Actor actor, MeasureQuery query, LocalDate today, PageRequest page) {
        Map<String, Object> values = new HashMap<>();
        values.put("audiences", actor.insideAudiences());
        StringBuilder where = new StringBuilder(
                "where exists (select 1 from case_audience a where a.incident = t.incident and a.audience in (:audiences))");
        if (query.incident() != null) {
            where.append(" and t.incident = :incident");
            values.put("incident", query.incident());
        }
        if (query.settled() != null) {
            where.append(" and t.settled = :settled");
            values.put("settled", query.settled());
        }
        if (query.overdue()) {
            where.append(" and t.due < :today");
            values.put("today", today);
        }
        values.put("size", page.size());
        values.put("offset", page.offset());
        List<Measure> items = jdbc.sql("select * from incident_measure t " + where
                        + " order by t.due, t.id limit :size offset :offset")
                .params(values)
                .query(MeasureStore::read)
                .list();
        return Page.of(
                items,
                page,
                () -> jdbc.sql("select count(*) from incident_measure t " + where)
                        .params(values)
                        .query(Long.class)
                        .single());
    }

    private static Measure read(ResultSet row, int index) throws SQLException {
        return new Measure(
                row.getString("id"),
                row.getString("incident"),
                row.getString("what"),
                row.getString("owner"),
                row.getString("owner_name"),
                row.getObject("due", LocalDate.class),
                row.getString("state"),
                row.getString("reason"),
                row.getString("follow_up"),
                row.getBoolean("begun"),
                Moments.readOptional(row, "reminded_at").orElse(null),
                Moments.read(row, "created_at"),
                row.getLong("version"));
    }
}
