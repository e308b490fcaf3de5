package dev.noroshi.escalation;

import dev.noroshi.calendar.Moments;
import dev.noroshi.escalation.Call.Answer;
import dev.noroshi.escalation.Call.Rung;
import dev.noroshi.escalation.Call.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Calls, the rungs they reached, the people called and their answers. */
@Repository
class CallStore {

    private static final String COLUMNS =
            "id, incident, subject, ladder, level, facts, drill, state, rung, round_start";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    CallStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Locks the case's series of calls until the transaction ends: one call of a case is made at a time. */
    void lockSeries(String incident) {
        jdbc.sql(
                        "insert into escalation_series (incident, last_number) values (:incident, 0) on duplicate key update incident = incident")
                .param("incident", incident)
                .update();
        jdbc.sql("select last_number from escalation_series where incident = :incident for update")
                .param("incident", incident)
                .query(Integer.class)
                .single();
    }

    String nextId(String incident) {
        jdbc.sql("update escalation_series set last_number = last_number + 1 where incident = :incident")
                .param("incident", incident)
                .update();
        return incident
                + "-C"
                + jdbc.sql("select last_number from escalation_series where incident = :incident")
                        .param("incident", incident)
                        .query(Integer.class)
                        .single();
    }

    void add(Call call) {
        jdbc.sql("insert into escalation (" + COLUMNS
                        + ", created_at) values (:id, :incident, :subject, :ladder, :level,"
                        + " :facts, :drill, :state, 0, 0, :now)")
                .param("id", call.id())
                .param("incident", call.incident())
                .param("subject", call.subject())
                .param("ladder", call.ladder())
                .param("level", call.level())
                .param("facts", json.writeValueAsString(call.facts()))
                .param("drill", call.drill())
                .param("state", call.state().key())
                .param("now", now())
                .update();
    }

    Optional<Call> lock(String id) {
        return jdbc.sql("select " + COLUMNS + " from escalation where id = :id for update")
                .param("id", id)
                .query(this::call)
                .optional();
    }

    Optional<Call> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from escalation where id = :id")
                .param("id", id)
                .query(this::call)
                .optional();
    }

    /** Read without locks of their own: whoever changes calls holds the case, and a lock would catch other cases' calls. */
    List<Call> calling(String incident) {
        return jdbc.sql("select " + COLUMNS
                        + " from escalation where incident = :incident and state = 'calling' order by created_at")
                .param("incident", incident)
                .query(this::call)
                .list();
    }

    /** Calls that still want an answer, those included that nobody answered. */
    List<Call> open(String incident) {
        return jdbc.sql("select " + COLUMNS
                        + " from escalation where incident = :incident and state in ('calling', 'exhausted')"
                        + " order by created_at")
                .param("incident", incident)
                .query(this::call)
                .list();
    }

    /** The ladder of the newest call for the subject. */
    Optional<String> ladderOf(String incident, String subject) {
        return jdbc.sql("select ladder from escalation where incident = :incident and subject = :subject"
                        + " order by created_at desc limit 1")
                .param("incident", incident)
                .param("subject", subject)
                .query(String.class)
                .optional();
    }

    void reached(String id, Rung rung) {
        jdbc.sql("""
                        insert into escalation_rung (call_id, rung, role, amount, unit, decides, telephone, token, called_at)
                        values (:id, :rung, :role, :amount, :unit, :decides, :telephone, :token, :at)
                        """)
                .param("id", id)
                .param("rung", rung.number())
                .param("role", rung.role())
                .param("amount", rung.amount())
                .param("unit", rung.unit())
                .param("decides", rung.decides())
                .param("telephone", rung.telephone())
                .param("token", rung.token())
                .param("at", Moments.column(rung.calledAt()))
                .update();
        jdbc.sql("update escalation set rung = :rung where id = :id")
                .param("rung", rung.number())
                .param("id", id)
                .update();
    }

    /** Counts a reply that could not be counted; how many of this person there are about this call. */
    int countRefusal(String id, String email) {
        jdbc.sql("insert into escalation_refusal (call_id, email, refusals) values (:id, :email, 1)"
                        + " on duplicate key update refusals = refusals + 1")
                .param("id", id)
                .param("email", email)
                .update();
        return jdbc.sql("select refusals from escalation_refusal where call_id = :id and email = :email")
                .param("id", id)
                .param("email", email)
                .query(Integer.class)
                .single();
    }

    List<Rung> rungs(String id) {
        return jdbc.sql("select * from escalation_rung where call_id = :id order by rung")
                .param("id", id)
                .query((row, n) -> new Rung(
                        row.getInt("rung"),
                        row.getString("role"),
                        row.getInt("amount"),
                        row.getString("unit"),
                        row.getBoolean("decides"),
                        row.getBoolean("telephone"),
                        row.getString("token"),
                        Moments.read(row, "called_at")))
                .list();
    }

    /** The call and rung that gave out a token. */
    Optional<RungOfCall> byToken(String token) {
        return jdbc.sql("select call_id, rung from escalation_rung where token = :token")
                .param("token", token)
                .query((row, n) -> new RungOfCall(row.getString(1), row.getInt(2)))
                .optional();
    }

    /** Which rung of which call. */
    record RungOfCall(String call, int rung) {}

    void patience(String id, int rung, int amount, String unit) {
        jdbc.sql("update escalation_rung set amount = :amount, unit = :unit where call_id = :id and rung = :rung")
                .param("amount", amount)
                .param("unit", unit)
                .param("id", id)
                .param("rung", rung)
                .update();
    }

    void level(String id, int level) {
        jdbc.sql("update escalation set level = :level where id = :id")
                .param("level", level)
                .param("id", id)
                .update();
    }

    void facts(String id, CallSummary summary) {
        jdbc.sql("update escalation set facts = :facts where id = :id")
                .param("facts", json.writeValueAsString(summary.kept()))
                .param("id", id)
                .update();
    }

    void state(String id, State state) {
        jdbc.sql("update escalation set state = :state where id = :id")
                .param("state", state.key())
                .param("id", id)
                .update();
    }

    /** The ladder is climbed again: the next rung is its first. */
    void again(String id) {
        jdbc.sql("update escalation set state = 'calling', round_start = rung where id = :id")
                .param("id", id)
                .update();
    }

    /** Keeps an answer; false when this person's is kept already. */
    boolean addAnswer(String id, Answer answer) {
        return jdbc.sql("""
                                insert ignore into escalation_answer (call_id, name, account, via, entered_by, note, answered_at)
                                values (:id, :name, :account, :via, :enteredBy, :note, :now)
                                """)
                        .param("id", id)
                        .param("name", answer.name())
                        .param("account", answer.account())
                        .param("via", key(answer.via()))
                        .param("enteredBy", answer.enteredBy())
                        .param("note", answer.note())
                        .param("now", now())
                        .update()
                == 1;
    }

    void acknowledged(String id, Answer answer) {
        jdbc.sql("""
                        update escalation set state = 'acknowledged', answered_by = :account, answered_name = :name,
                            answered_at = :now, via = :via, entered_by = :enteredBy
                        where id = :id
                        """)
                .param("account", answer.account())
                .param("name", answer.name())
                .param("now", now())
                .param("via", key(answer.via()))
                .param("enteredBy", answer.enteredBy())
                .param("id", id)
                .update();
    }

    private static String key(Via via) {
        return via.name().toLowerCase(Locale.ROOT);
    }

    private Call call(ResultSet row, int n) throws SQLException {
        return new Call(
                row.getString("id"),
                row.getString("incident"),
                row.getString("subject"),
                row.getString("ladder"),
                row.getInt("level"),
                json.readValue(row.getString("facts"), new TypeReference<>() {}),
                row.getBoolean("drill"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("rung"),
                row.getInt("round_start"));
    }

    private LocalDateTime now() {
        return Moments.column(clock.instant());
    }
}
