package dev.noroshi.task;

import dev.noroshi.workflow.OpenRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks, as long as a step of the plan waits for them. */
@Repository
class OpenTasks extends OpenRows {

    OpenTasks(JdbcClient jdbc) {
        super(
                jdbc,
                Kind.TASK,
                "select id as thing, incident, status in ('open', 'claimed') as is_open, element as place, name from task",
                "id",
                "status = 'open'",
                "status = 'claimed'");
    }
}
