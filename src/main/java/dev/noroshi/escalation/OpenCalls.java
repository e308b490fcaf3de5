package dev.noroshi.escalation;

import dev.noroshi.workflow.OpenRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls, as long as an answer is wanted; one that nobody answered still waits for a late one. */
@Repository
class OpenCalls extends OpenRows {

    OpenCalls(JdbcClient jdbc) {
        super(
                jdbc,
                Kind.CALL,
                "select id as thing, incident, state in ('calling', 'exhausted') as is_open, null as place, null as name from escalation",
                "id",
                "state = 'calling'",
                "state = 'exhausted'");
    }
}
