package dev.noroshi.escalation;

import dev.noroshi.calendar.Moments;
import dev.noroshi.escalation.Call.Called;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls whose letter leaves in a list. */
@Repository
class ListedStore {

    private final JdbcClient jdbc;

    ListedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The letter to a called person waited for others and leaves in a list now. */
    void leaves(String id, int rung, String email, Instant now) {
        jdbc.sql("update escalation_called set listed_at = :now"
                        + " where call_id = :id and rung = :rung and email = :email")
                .param("now", Moments.column(now))
                .param("id", id)
                .param("rung", rung)
                .param("email", email)
                .update();
    }

    /** Patience with the rung, and with those called together with it, begins at that moment. */
    void calledAt(String id, int rung, Instant now) {
        jdbc.sql("update escalation_rung r join escalation_rung this on this.call_id = r.call_id and this.rung = :rung"
                        + " set r.called_at = :now where r.call_id = :id and r.called_at = this.called_at")
                .param("now", Moments.column(now))
                .param("id", id)
                .param("rung", rung)
                .update();
    }

    /** When the letter to that person left in a list. */
    Optional<Instant> at(String id, Called person) {
        return jdbc.sql("select listed_at from escalation_called"
                        + " where call_id = :id and rung = :rung and name = :name and listed_at is not null limit 1")
                .param("id", id)
                .param("rung", person.rung())
                .param("name", person.name())
                .query((row, n) -> Moments.read(row, "listed_at"))
                .optional();
    }
}
