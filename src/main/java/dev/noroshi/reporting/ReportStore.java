package dev.noroshi.reporting;

import dev.noroshi.calendar.Moments;
import dev.noroshi.identity.Actor;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import dev.noroshi.web.ReadOnce;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports in the database. */
@Repository
class ReportStore {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batch;
    private final ReadOnce<String, Kept> reports = new ReadOnce<>();

    ReportStore(JdbcClient jdbc, NamedParameterJdbcOperations batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** A report with the step of the table of reminders that was taken last; 0 for none. */
    private record Kept(Report report, int reminderStep) {}

    List<Report> of(String incident) {
        return jdbc.sql("select * from report where incident = :incident order by sequence")
                .param("incident", incident)
                .query(ReportStore::read)
                .list();
    }

    /** In the order of their numbers. */
    List<String> incidentsWithOpenReports() {
        return jdbc.sql("select distinct incident from report where state not in (:closed) order by incident")
                .param("closed", Report.CLOSED)
                .query(String.class)
                .list();
    }

    Report get(String id) {
        return kept(id).report();
    }

    /** The step of the table of reminders that was taken last; 0 for none. */
    int reminderStep(String id) {
        return kept(id).reminderStep();
    }

    private Kept kept(String id) {
        return reports.of(
                id,
                key -> jdbc.sql("select * from report where id = :id")
                        .param("id", key)
                        .query((row, n) -> new Kept(read(row, n), row.getInt("reminder_step")))
                        .optional()
                        .orElseThrow(() -> new UnknownReport(key)));
    }

    /** What the actor may see, soonest due first. */
    Page<Report> search(Actor actor, @Nullable String incident, @Nullable LocalDate dueUntil, PageRequest page) {
        StringBuilder where = new StringBuilder(" from report r where exists (select 1 from case_audience a"
                + " where a.incident = r.incident and a.audience in (:audiences))");
        Map<String, Object> values = new HashMap<>();
        values.put("audiences", actor.insideAudiences());
        if (incident != null) {
            where.append(" and r.incident = :incident");
            values.put("incident", incident);
        }
        if (dueUntil != null) {
            where.append(" and r.state not in ('submitted', 'not-required', 'withdrawn') and r.due_order <= :due");
            values.put("due", dueUntil);
        }
        List<Report> items = jdbc.sql("select r.*" + where + " order by r.due_order, r.id limit " + page.size()
                        + " offset " + page.offset())
                .params(values)
                .query(ReportStore::read)
                .list();
        return Page.of(
                items,
                page,
                () -> jdbc.sql("select count(*)" + where)
                        .params(values)
                        .query(Long.class)
                        .single());
    }

    /** Stores reports, numbered on from those known; one round trip. */
    void insert(List<Report> reports, int first) {
        SqlParameterSource[] rows = new SqlParameterSource[reports.size()];
        for (int index = 0; index < rows.length; index++) {
            rows[index] = row(reports.get(index), first + index);
        }
        batch.batchUpdate("""
                insert into report (id, incident, sequence, addressee, kind, known_at, due_at, due_on, warn_on, rule,
                  rule_version, basis, required, drill, state, channel, version)
                values (:id, :incident, :sequence, :addressee, :kind, :knownAt, :dueAt, :dueOn, :warnOn, :rule,
                  :ruleVersion, :basis, :required, :drill, :state, :channel, 1)
                """, rows);
    }

    private JdbcClient.StatementSpec change(String sql) {
        reports.forget();
        return jdbc.sql(sql);
    }

    private static SqlParameterSource row(Report report, int sequence) {
        return new MapSqlParameterSource()
                .addValue("id", report.id())
                .addValue("incident", report.incident())
                .addValue("sequence", sequence)
                .addValue("addressee", report.addressee())
                .addValue("kind", report.kind())
                .addValue("knownAt", Moments.columnOrNull(report.knownAt()))
                .addValue("dueAt", Moments.columnOrNull(report.dueAt()))
                .addValue("dueOn", report.dueOn())
                .addValue("warnOn", report.warnOn())
                .addValue("rule", report.rule())
                .addValue("ruleVersion", report.ruleVersion())
                .addValue("basis", report.basis())
                .addValue("required", report.required())
                .addValue("drill", report.drill())
                .addValue("state", report.state())
                .addValue("channel", report.channel());
    }

    /** What the tables say now; what people have begun stays begun, and what they left out against the tables stays out. */
    void redetermine(String id, Report now) {
        change("""
                        update report set
                          state = case when state = 'not-required' and not required and :required then 'proposed'
                            when state = 'proposed' and not :required then 'not-required' else state end,
                          channel = case when submitted_at is null then :channel else channel end,
                          dropped_at = case when :required then null else dropped_at end,
                          required = :required, basis = :basis, known_at = :knownAt, due_at = :dueAt, due_on = :dueOn,
                          warn_on = :warnOn, rule_version = :ruleVersion, version = version + 1
                        where id = :id
                        """)
                .param("required", now.required())
                .param("basis", now.basis())
                .param("channel", now.channel())
                .param("knownAt", Moments.columnOrNull(now.knownAt()))
                .param("dueAt", Moments.columnOrNull(now.dueAt()))
                .param("dueOn", now.dueOn())
                .param("warnOn", now.warnOn())
                .param("ruleVersion", now.ruleVersion())
                .param("id", id)
                .update();
    }

    void state(String id, String state, @Nullable String comment) {
        change("update report set state = :state, comment = coalesce(:comment, comment), version = version + 1"
                        + " where id = :id")
                .param("state", state)
                .param("comment", comment)
                .param("id", id)
                .update();
    }

    /** A person said whether a report that is no longer required is dropped. */
    void decideDrop(String id, boolean drop, String reason, Instant at) {
        change("update report set dropped_at = :at, comment = :reason, version = version + 1 where id = :id")
                .param("at", drop ? Moments.column(at) : null)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    boolean dropDecided(String id) {
        return jdbc.sql("select dropped_at is not null from report where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** The case is withdrawn: nothing is written any more. */
    void withdraw(String id) {
        change("update report set state = 'withdrawn', version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    /** People have said who is told. */
    void confirm(String incident, Instant at) {
        change("update report set confirmed_at = :at where incident = :incident")
                .param("at", Moments.column(at))
                .param("incident", incident)
                .update();
    }

    /** People are to say anew who is told. */
    void unconfirm(String incident) {
        change("update report set confirmed_at = null where incident = ?")
                .param(incident)
                .update();
    }

    boolean confirmed(String incident) {
        return jdbc.sql("select count(*) from report where incident = :incident and confirmed_at is not null")
                        .param("incident", incident)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void drafted(String id, String text, String by) {
        change("update report set state = 'approval', text = :text, drafted_by = :by, approved_by = null,"
                        + " version = version + 1 where id = :id")
                .param("text", text)
                .param("by", by)
                .param("id", id)
                .update();
    }

    void judged(String id, String state, @Nullable String by, @Nullable String comment) {
        change("update report set state = :state, approved_by = :by, comment = :comment, version = version + 1"
                        + " where id = :id")
                .param("state", state)
                .param("by", by)
                .param("comment", comment)
                .param("id", id)
                .update();
    }

    void submitted(String id, Instant at, String channel, @Nullable String reference) {
        change("update report set state = 'submitted', submitted_at = :at, channel = :channel,"
                        + " reference = :reference, version = version + 1 where id = :id")
                .param("at", Moments.column(at))
                .param("channel", channel)
                .param("reference", reference)
                .param("id", id)
                .update();
    }

    void reminded(String id, int step, Instant at) {
        change("update report set reminded_at = :at, reminder_step = :step where id = :id")
                .param("at", Moments.column(at))
                .param("step", step)
                .param("id", id)
                .update();
    }

    private static Report read(ResultSet row, int index) throws SQLException {
        return new Report(
                row.getString("id"),
                row.getString("incident"),
                row.getString("addressee"),
                row.getString("kind"),
                Moments.readOptional(row, "known_at").orElse(null),
                Moments.readOptional(row, "due_at").orElse(null),
                row.getObject("due_on", LocalDate.class),
                row.getObject("warn_on", LocalDate.class),
                row.getString("rule"),
                row.getString("rule_version"),
                row.getString("basis"),
                row.getBoolean("required"),
                row.getBoolean("drill"),
                row.getString("state"),
                row.getString("text"),
                row.getString("comment"),
                row.getString("drafted_by"),
                row.getString("approved_by"),
                Moments.readOptional(row, "submitted_at").orElse(null),
                row.getString("channel"),
                row.getString("reference"),
                Moments.readOptional(row, "reminded_at").orElse(null),
                row.getLong("version"));
    }
}
