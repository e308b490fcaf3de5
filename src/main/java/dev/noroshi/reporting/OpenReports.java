package dev.noroshi.reporting;

import dev.noroshi.workflow.OpenRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports to bodies outside, from when somebody is to write one until it is submitted. */
@Repository
class OpenReports extends OpenRows {

    OpenReports(JdbcClient jdbc) {
        super(
                jdbc,
                Kind.REPORT,
                "select id as thing, incident, state in ('drafting', 'approval', 'approved') as is_open, null as place, null as name from report",
                "id",
                "state = 'drafting'",
                "state = 'approval'",
                "state = 'approved'");
    }
}
