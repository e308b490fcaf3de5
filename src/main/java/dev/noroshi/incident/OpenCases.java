package dev.noroshi.incident;

import dev.noroshi.workflow.OpenRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases, as long as the plan works on them; also those whose phase says that they are over, or not, against their state. */
@Repository
class OpenCases extends OpenRows {

    OpenCases(JdbcClient jdbc) {
        super(
                jdbc,
                Kind.CASE,
                "select number as thing, number as incident, status = 'open' as is_open, phase as place, null as name from incident",
                "number",
                "status = 'open'",
                "status = 'closed' and phase <> 'closed'");
    }
}
