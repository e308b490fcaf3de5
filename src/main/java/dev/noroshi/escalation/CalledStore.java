package dev.noroshi.escalation;

import dev.noroshi.escalation.Call.Answer;
import dev.noroshi.escalation.Call.Called;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people called on the rungs of calls. */
@Repository
class CalledStore {

    /** People may bear one name; what a person has none of is null. */
    private static final String THIS =
            " where call_id = :id and rung = :rung and name = :name and account <=> :account and email <=> :email";

    private final JdbcClient jdbc;

    CalledStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Beside those called on the rung before. */
    void add(String id, Called person) {
        jdbc.sql("""
                        insert into escalation_called (call_id, rung, position, account, name, email, phone, able)
                        select :id, :rung, count(*), :account, :name, :email, :phone, :able
                        from escalation_called where call_id = :id and rung = :rung
                        """)
                .param("id", id)
                .param("rung", person.rung())
                .param("account", person.account())
                .param("name", person.name())
                .param("email", person.email())
                .param("phone", person.phone())
                .param("able", person.able())
                .update();
    }

    List<Called> of(String id) {
        return called("", id);
    }

    /** Those who may still answer as far as anybody knows: neither absent, nor out of reach, nor tried in vain. */
    List<Called> waitedFor(String id) {
        return called(" and not passed", id);
    }

    private List<Called> called(String which, String id) {
        return jdbc.sql("select * from escalation_called where call_id = :id" + which + " order by rung, position")
                .param("id", id)
                .query(CalledStore::called)
                .list();
    }

    private static Called called(ResultSet row, int n) throws SQLException {
        return new Called(
                row.getInt("rung"),
                row.getString("account"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getBoolean("able"));
    }

    /** Nobody waits for this person any more on that rung. */
    void pass(String id, Called person) {
        jdbc.sql("update escalation_called set passed = true" + THIS)
                .param("id", id)
                .param("rung", person.rung())
                .param("name", person.name())
                .param("account", person.account())
                .param("email", person.email())
                .update();
    }

    /** The letter to a called person did not arrive. */
    void unreached(String id, Called person, String reason) {
        jdbc.sql("update escalation_called set unreached = :reason, passed = true" + THIS)
                .param("reason", reason)
                .param("id", id)
                .param("rung", person.rung())
                .param("name", person.name())
                .param("account", person.account())
                .param("email", person.email())
                .update();
    }

    /** Whether the person has answered this call before. */
    boolean answered(String id, Called person) {
        return jdbc
                .sql("select account, name from escalation_answer where call_id = :id")
                .param("id", id)
                .query((row, n) ->
                        new Answer(row.getString(1), String.valueOf(row.getString(2)), true, Via.MAIL, null, null))
                .list()
                .stream()
                .anyMatch(answer -> answer.isBy(person));
    }
}
