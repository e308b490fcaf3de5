package dev.noroshi.escalation;

import dev.noroshi.calendar.Moments;
import dev.noroshi.escalation.Call.Called;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Until when the letters to called people say that they are waited for. */
@Repository
class ToldStore {

    private static final String THIS = " where call_id = :id and rung = :rung and email = :email";

    private final JdbcClient jdbc;

    ToldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void told(String id, int rung, @Nullable String email, Instant until) {
        jdbc.sql("update escalation_called set told_until = :until" + THIS)
                .param("until", Moments.column(until))
                .param("id", id)
                .param("rung", rung)
                .param("email", email)
                .update();
    }

    /** Empty for who has had no letter. */
    Optional<Instant> until(String id, Called person) {
        return jdbc.sql("select told_until from escalation_called" + THIS + " and told_until is not null limit 1")
                .param("id", id)
                .param("rung", person.rung())
                .param("email", person.email())
                .query((row, n) -> Moments.read(row, "told_until"))
                .optional();
    }
}
