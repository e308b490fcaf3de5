package dev.noroshi.workflow;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks after the engine. */
@Service
public class EngineWatch {

    private final ProcessEngine engine;

    EngineWatch(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Looks now. */
    @Transactional(readOnly = true)
    public EngineHealth look() {
        ManagementService jobs = engine.getManagementService();
        ProcessEngineConfigurationImpl settings =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return new EngineHealth(
                settings.getJobExecutor().isActive(),
                jobs.createJobQuery().executable().count(),
                jobs.createJobQuery().noRetriesLeft().count());
    }
}
