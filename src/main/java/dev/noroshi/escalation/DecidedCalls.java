package dev.noroshi.escalation;

import dev.noroshi.calendar.Moments;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which calls a reply has decided: the token of a letter approves or rejects once, and nothing that is asked later. */
@Repository
class DecidedCalls {

    private final JdbcClient jdbc;
    private final Clock clock;

    DecidedCalls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes note that a reply decides this call, in this transaction.
     *
     * @return whether it may: not a second time, not when the step was done otherwise, not when the same is asked anew
     */
    boolean decide(Call call) {
        return jdbc.sql("""
                        select count(*) from escalation later where later.incident = :incident and later.subject = :subject
                          and later.created_at > (select e.created_at from escalation e where e.id = :id)
                        """)
                                .param("incident", call.incident())
                                .param("subject", call.subject())
                                .param("id", call.id())
                                .query(Integer.class)
                                .single()
                        == 0
                && jdbc.sql("""
                        update escalation set decided_at = :now where id = :id and decided_at is null and not exists
                          (select 1 from escalation_answer a where a.call_id = :id and a.via = 'task')
                        """)
                                .param("now", Moments.column(clock.instant()))
                                .param("id", call.id())
                                .update()
                        == 1;
    }
}
