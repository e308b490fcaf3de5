package dev.noroshi.bench;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

/**
 * How a caller learns that something waits: by the same questions to either engine. People do not ask all the time, they get
 * a letter; so that what is measured is the work, not the asking.
 */
record Look(ProcessEngine engine) {

    List<Task> waiting(String key) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKeyLike(key + "%")
                .list();
    }

    boolean ended(String key) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count()
                == 0;
    }
}
