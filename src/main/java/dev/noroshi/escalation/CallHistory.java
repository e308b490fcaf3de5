package dev.noroshi.escalation;

import dev.noroshi.calendar.Moments;
import dev.noroshi.escalation.Call.Called;
import dev.noroshi.escalation.Call.Rung;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of calls, of many in one reading. */
@Repository
class CallHistory {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CallHistory(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whether it is a drill, and the facts that people are told. */
    record About(boolean drill, Map<String, String> facts) {

        static final About NOTHING = new About(false, Map.of());
    }

    /** A called person, and what became of it. */
    record Kept(
            String call,
            Called person,
            boolean passed,
            @Nullable String why,
            @Nullable String via,
            @Nullable String to,
            @Nullable Instant passedAt,
            @Nullable String unreached,
            @Nullable Instant listedAt) {}

    /** An answer, as it was kept. */
    record KeptAnswer(
            @Nullable String account,
            String name,
            String via,
            @Nullable String enteredBy,
            @Nullable String note,
            Instant at) {

        boolean isBy(Called person) {
            return account == null ? name.equals(person.name()) : account.equals(person.account());
        }
    }

    private record KeptRung(String call, Rung rung) {}

    Map<String, List<Rung>> rungs(Collection<String> calls) {
        return calls.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select * from escalation_rung where call_id in (:calls) order by call_id, rung")
                        .param("calls", calls)
                        .query(CallHistory::rung)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                KeptRung::call, Collectors.mapping(KeptRung::rung, Collectors.toList())));
    }

    Map<String, List<Kept>> people(Collection<String> calls) {
        return calls.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                "select * from escalation_called where call_id in (:calls) order by call_id, rung, position")
                        .param("calls", calls)
                        .query(CallHistory::person)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Kept::call));
    }

    List<KeptAnswer> answers(String call) {
        return jdbc.sql("select * from escalation_answer where call_id = :call order by answered_at, name")
                .param("call", call)
                .query((row, n) -> new KeptAnswer(
                        row.getString("account"),
                        row.getString("name"),
                        row.getString("via"),
                        row.getString("entered_by"),
                        row.getString("note"),
                        Moments.read(row, "answered_at")))
                .list();
    }

    /** When the ladder last ended without an answer. */
    @Nullable
    Instant exhaustedAt(String call) {
        return jdbc.sql("select exhausted_at from escalation where id = :call")
                .param("call", call)
                .query((row, n) -> Moments.readOptional(row, "exhausted_at"))
                .single()
                .orElse(null);
    }

    /** What else the calls say of themselves, as a reader of this language reads it. */
    Map<String, About> about(Collection<String> calls, Locale reader) {
        Map<String, About> about = new HashMap<>();
        if (!calls.isEmpty()) {
            jdbc.sql("select id, drill, facts from escalation where id in (:calls)")
                    .param("calls", calls)
                    .query(row -> {
                        Map<String, String> facts =
                                json.readValue(row.getString("facts"), new TypeReference<Map<String, String>>() {});
                        about.put(
                                row.getString("id"),
                                new About(row.getBoolean("drill"), CallSummary.read(facts, reader)));
                    });
        }
        return about;
    }

    private static KeptRung rung(ResultSet row, int n) throws SQLException {
        return new KeptRung(
                row.getString("call_id"),
                new Rung(
                        row.getInt("rung"),
                        row.getString("role"),
                        row.getInt("amount"),
                        row.getString("unit"),
                        row.getBoolean("decides"),
                        row.getBoolean("telephone"),
                        row.getString("token"),
                        Moments.read(row, "called_at")));
    }

    private static Kept person(ResultSet row, int n) throws SQLException {
        Called person = new Called(
                row.getInt("rung"),
                row.getString("account"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getBoolean("able"));
        return new Kept(
                row.getString("call_id"),
                person,
                row.getBoolean("passed"),
                row.getString("passed_why"),
                row.getString("passed_via"),
                row.getString("passed_to"),
                Moments.readOptional(row, "passed_at").orElse(null),
                row.getString("unreached"),
                Moments.readOptional(row, "listed_at").orElse(null));
    }
}
