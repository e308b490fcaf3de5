package dev.noroshi.escalation;

import dev.noroshi.calendar.Moments;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of calls. */
@Repository
class CallQueries {

    private static final String VIEW = """
            select e.id, e.incident, e.subject, e.level, e.rung, e.state, e.answered_by, e.answered_name, e.answered_at, e.via,
                r.role, r.called_at, c.account, c.name
            from escalation e
            left join escalation_rung r on r.call_id = e.id and r.rung = e.rung
            left join escalation_called c on c.call_id = e.id and c.rung = e.rung and c.position = 0
            """;

    private final JdbcClient jdbc;

    CallQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    Page<CallView> list(@Nullable String incident, @Nullable String state, Set<String> audiences, PageRequest page) {
        return list(incident, state, audiences, page, "e.created_at desc, e.id desc");
    }

    /** Those that still want an answer first. */
    Page<CallView> openFirst(
            @Nullable String incident, @Nullable String state, Set<String> audiences, PageRequest page) {
        return list(incident, state, audiences, page, "e.standing desc, e.created_at desc, e.id desc");
    }

    private Page<CallView> list(
            @Nullable String incident, @Nullable String state, Set<String> audiences, PageRequest page, String order) {
        StringBuilder where = new StringBuilder(" where exists (select 1 from case_audience a"
                + " where a.incident = e.incident and a.audience in (:audiences))");
        Map<String, Object> values = new HashMap<>();
        values.put("audiences", audiences);
        if (incident != null) {
            where.append(" and e.incident = :incident");
            values.put("incident", incident);
        }
        if (state != null) {
            where.append(" and e.state = :state");
            values.put("state", state);
        }
        List<CallView> items = jdbc.sql(
                        VIEW + where + " order by " + order + " limit " + page.size() + " offset " + page.offset())
                .params(values)
                .query(CallQueries::view)
                .list();
        return Page.of(
                items,
                page,
                () -> jdbc.sql("select count(*) from escalation e" + where)
                        .params(values)
                        .query(Long.class)
                        .single());
    }

    CallView view(String id) {
        return jdbc.sql(VIEW + " where e.id = :id")
                .param("id", id)
                .query(CallQueries::view)
                .optional()
                .orElseThrow(() -> new UnknownCall(id));
    }

    private static CallView view(ResultSet row, int n) throws SQLException {
        return new CallView(
                row.getString("id"),
                row.getString("incident"),
                row.getString("subject"),
                row.getInt("level"),
                row.getInt("rung"),
                row.getString("role"),
                either(row.getString("account"), row.getString("name")),
                row.getString("name"),
                instant(row, "called_at"),
                row.getString("state"),
                either(row.getString("answered_by"), row.getString("answered_name")),
                row.getString("answered_name"),
                instant(row, "answered_at"),
                row.getString("via"));
    }

    private static @Nullable String either(@Nullable String account, @Nullable String name) {
        return account == null ? name : account;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Moments.readOptional(row, column).orElse(null);
    }
}
