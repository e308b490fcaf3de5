package dev.noroshi.incident;

import dev.noroshi.calendar.Moments;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.UnknownCase;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import dev.noroshi.web.ReadOnce;
import dev.noroshi.workflow.BusinessKey;
import dev.noroshi.workflow.CaseLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases in the database. */
@Repository
@Order(0) // nearly all that happens is a case's
class IncidentRepository implements CaseLock {

    private final JdbcClient jdbc;
    private final FactsDocument document;

    /** Only cases that this transaction holds: nobody else can change those. */
    private final ReadOnce<String, Incident> held = new ReadOnce<>();

    IncidentRepository(JdbcClient jdbc, FactsDocument document) {
        this.jdbc = jdbc;
        this.document = document;
    }

    /** The next number of a series; the row lock holds until the case is stored, so that none is given twice. */
    int nextNumber(int fiscalYear, boolean drill) {
        // takes the exclusive lock at once: a shared one first would end in a deadlock when three report together
        jdbc.sql("insert into incident_number_series (fiscal_year, drill, last) values (:year, :drill, 1)"
                        + " on duplicate key update last = last + 1")
                .param("year", fiscalYear)
                .param("drill", drill)
                .update();
        return jdbc.sql("select last from incident_number_series where fiscal_year = :year and drill = :drill")
                .param("year", fiscalYear)
                .param("drill", drill)
                .query(Integer.class)
                .single();
    }

    void insert(String number, NewIncident report, int level, Instant now) {
        Facts facts = report.facts();
        jdbc.sql("""
                        insert into incident (number, receipt, type, segment, section, reporter_account, facts, search_text,
                          level, level_provisional, phase, status, drill, restricted, discovered_at, received_at, version)
                        values (:number, :receipt, :type, :segment, :section, :reporter, :facts, :search,
                          :level, true, 'detect', 'open', :drill, :restricted, :discovered, :received, 1)
                        """)
                .param("number", number)
                .param("receipt", report.receipt())
                .param("type", facts.type())
                .param("segment", facts.segment())
                .param("section", report.section())
                .param("reporter", report.reporterAccount())
                .param("facts", document.write(facts))
                .param("search", SearchText.of(number, facts))
                .param("level", level)
                .param("drill", report.drill())
                .param("restricted", report.restricted())
                .param("discovered", Moments.column(facts.discoveredAt()))
                .param("received", Moments.column(now))
                .update();
    }

    List<String> openNumbers() {
        return jdbc.sql("select number from incident where status = 'open' order by number")
                .query(String.class)
                .list();
    }

    Incident get(String number) {
        return held.remembered(number)
                .or(() -> find("select * from incident where number = :key", number))
                .orElseThrow(() -> new UnknownCase(number));
    }

    Map<String, IncidentHeading> headings(Set<String> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select number, level, level_provisional, type from incident where number in (:numbers)")
                .param("numbers", numbers)
                .query(IncidentHeading.class)
                .stream()
                .collect(Collectors.toMap(IncidentHeading::number, it -> it));
    }

    /** The case, held against other writers until the transaction ends. */
    Incident lock(String number) {
        return held(number).orElseThrow(() -> new UnknownCase(number));
    }

    @Override
    public void hold(String owner) {
        if (BusinessKey.ofCase(owner)) {
            held(owner);
        }
    }

    @Override
    public boolean holdOwnerOf(String job) {
        return keep(jdbc.sql("select * from incident where number = (" + NUMBER_OF_JOB + ") for update")
                        .param("job", job)
                        .query(this::read)
                        .optional())
                .isPresent();
    }

    @Override
    public boolean holdOwnerOfStep(String step) {
        return keep(jdbc.sql("select * from incident where number = (" + OWNER_OF_STEP + ") for update")
                        .param("step", step)
                        .query(this::read)
                        .optional())
                .isPresent();
    }

    private Optional<Incident> held(String number) {
        return held.remembered(number)
                .or(() -> keep(find("select * from incident where number = :key for update", number)));
    }

    private Optional<Incident> keep(Optional<Incident> locked) {
        ReadOnce.forgetAll();
        locked.ifPresent(it -> held.remember(it.number(), it));
        return locked;
    }

    private Optional<Incident> find(String sql, String key) {
        return jdbc.sql(sql).param("key", key).query(this::read).optional();
    }

    void phase(String number, String phase) {
        change(number, "phase = :phase").param("phase", phase).update();
    }

    void level(String number, int level, boolean provisional) {
        change(number, "level = :level, level_provisional = :provisional")
                .param("level", level)
                .param("provisional", provisional)
                .update();
    }

    void facts(String number, Facts facts) {
        change(
                        number,
                        "facts = :facts, search_text = :search, type = :type, segment = :segment,"
                                + " discovered_at = :discovered")
                .param("facts", document.write(facts))
                .param("search", SearchText.of(number, facts))
                .param("type", facts.type())
                .param("segment", facts.segment())
                .param("discovered", Moments.column(facts.discoveredAt()))
                .update();
    }

    void restrict(String number) {
        change(number, "restricted = true").update();
    }

    void evaluated(String number, Instant at) {
        change(number, "evaluated_at = :at").param("at", Moments.column(at)).update();
    }

    void close(String number, String outcome, int level, Instant at) {
        change(
                        number,
                        "phase = 'closed', status = 'closed', outcome = :outcome, level = :level,"
                                + " level_provisional = false, closed_at = :at")
                .param("outcome", outcome)
                .param("level", level)
                .param("at", Moments.column(at))
                .update();
    }

    void reopen(String number, String phase, int level, boolean provisional) {
        change(
                        number,
                        "phase = :phase, status = 'open', outcome = null, level = :level,"
                                + " level_provisional = :provisional, closed_at = null, reopenings = reopenings + 1")
                .param("phase", phase)
                .param("level", level)
                .param("provisional", provisional)
                .update();
    }

    private JdbcClient.StatementSpec change(String number, String columns) {
        held.forget();
        return jdbc.sql("update incident set " + columns + ", version = version + 1 where number = :number")
                .param("number", number);
    }

    Page<Incident> search(Actor actor, IncidentQuery query, PageRequest page) {
        Map<String, Object> values = new HashMap<>();
        String where = where(actor, query, values);
        values.put("size", page.size());
        values.put("offset", page.offset());
        List<Incident> items = jdbc.sql("select * from incident t where " + where
                        + " order by received_at desc, number desc limit :size offset :offset")
                .params(values)
                .query(this::read)
                .list();
        return Page.of(
                items,
                page,
                () -> jdbc.sql("select count(*) from incident t where " + where)
                        .params(values)
                        .query(Long.class)
                        .single());
    }

    private static String where(Actor actor, IncidentQuery query, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        conditions.add("exists (select 1 from case_audience a where a.incident = t.number"
                + " and a.audience in (:audiences))");
        values.put("audiences", actor.audiences());
        equal("phase", query.phase(), conditions, values);
        equal("level", query.level(), conditions, values);
        equal("type", query.type(), conditions, values);
        equal("segment", query.segment(), conditions, values);
        equal("status", query.status(), conditions, values);
        if (query.text() != null) {
            conditions.add("search_text like :text escape '!'");
            values.put("text", SearchText.pattern(query.text()));
        }
        return String.join(" and ", conditions);
    }

    private static void equal(
            String column, @Nullable Object value, List<String> conditions, Map<String, Object> values) {
        if (value != null) {
            conditions.add(column + " = :" + column);
            values.put(column, value);
        }
    }

    private Incident read(ResultSet row, int index) throws SQLException {
        return new Incident(
                row.getString("number"),
                row.getString("receipt"),
                row.getInt("level"),
                row.getBoolean("level_provisional"),
                row.getString("phase"),
                row.getString("outcome"),
                row.getBoolean("drill"),
                row.getBoolean("restricted"),
                row.getString("section"),
                row.getString("reporter_account"),
                Moments.read(row, "discovered_at"),
                Moments.read(row, "received_at"),
                Moments.readOptional(row, "evaluated_at").orElse(null),
                Moments.readOptional(row, "closed_at").orElse(null),
                row.getInt("reopenings"),
                row.getLong("version"),
                document.read(row.getString("facts")));
    }
}
