package dev.noroshi.incident;

import dev.noroshi.workflow.OpenRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Measures that the plan follows up, until they are settled. */
@Repository
class OpenMeasures extends OpenRows {

    OpenMeasures(JdbcClient jdbc) {
        super(
                jdbc,
                Kind.MEASURE,
                "select id as thing, incident, begun and not settled as is_open, null as place, null as name from incident_measure",
                "id",
                "begun and not settled");
    }
}
