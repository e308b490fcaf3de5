package dev.noroshi.escalation;

import dev.noroshi.calendar.Moments;
import dev.noroshi.escalation.Call.Called;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps why nobody waits for a called person any more, and when a ladder ended, for those who read the call later. */
@Repository
class WhyNot {

    private final JdbcClient jdbc;
    private final Clock clock;

    WhyNot(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(CallEvent.Absent absent) {
        keep(absent.call(), absent.name(), CallOutcome.ABSENT, Via.MAIL, null);
    }

    @EventListener
    void on(CallEvent.Delegated delegated) {
        keep(delegated.call(), delegated.from(), CallOutcome.DELEGATED, Via.MAIL, delegated.to());
    }

    @EventListener
    void on(CallEvent.Exhausted exhausted) {
        jdbc.sql("update escalation set exhausted_at = :now where id = :id")
                .param("now", now())
                .param("id", exhausted.call())
                .update();
    }

    /** The window learnt it on the telephone. */
    void byTelephone(String id, Called person, CallOutcome why) {
        keep(id, person.name(), why, Via.PROXY, null);
    }

    /** On the last rung where the person was passed over, for a person may be called again when the ladder begins anew. */
    private void keep(String id, String name, CallOutcome why, Via via, @Nullable String to) {
        jdbc.sql("""
                        update escalation_called set passed_why = :why, passed_via = :via, passed_to = :to, passed_at = :now
                        where call_id = :id and name = :name and passed order by rung desc limit 1
                        """)
                .param("why", why.key())
                .param("via", via.name().toLowerCase(Locale.ROOT))
                .param("to", to)
                .param("now", now())
                .param("id", id)
                .param("name", name)
                .update();
    }

    private LocalDateTime now() {
        return Moments.column(clock.instant());
    }
}
