package dev.noroshi.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.CompositeHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How a caller learns that something waits: the same way on either engine. People do not ask all the time, they get a letter;
 * so a caller asks only after the engine has committed a new step or an end, and what is measured is the work, not the asking.
 */
final class Look implements HistoryEventHandler {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ProcessEngine engine;
    private final Map<String, Semaphore> ears = new ConcurrentHashMap<>();
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    Look(ProcessEngine engine) {
        this.engine = engine;
        ProcessEngineConfigurationImpl settings =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        settings.setHistoryEventHandler(new CompositeHistoryEventHandler(settings.getHistoryEventHandler(), this));
    }

    /** The steps of the case that wait now. Their letters name them, so nobody looks for one in the queue first. */
    List<Cases.Waiting> steps(String key) {
        ears.computeIfAbsent(key, it -> new Semaphore(0)).drainPermits();
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKeyLike(key + "%").list().stream()
                .map(task -> new Cases.Waiting(task.getId(), task.getTaskDefinitionKey()))
                .toList();
    }

    boolean ended(String key) {
        boolean ended = engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count()
                == 0;
        if (ended) {
            ears.remove(key);
        }
        return ended;
    }

    /** Waits for news of the case since it was last asked what waits there; a second at most. */
    void pause(String key) {
        Semaphore ear = ears.get(key);
        try {
            if (ear != null && ear.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                ear.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        String root = event.getRootProcessInstanceId();
        if (root == null) {
            return;
        }
        if (event instanceof HistoricProcessInstanceEventEntity instance
                && root.equals(instance.getProcessInstanceId())) {
            String key = String.valueOf(instance.getBusinessKey());
            keys.put(root, key);
            if (instance.getEndTime() != null) {
                keys.remove(root);
                tell(key);
            }
        } else if (event instanceof HistoricTaskInstanceEventEntity && keys.containsKey(root)) {
            tell(keys.get(root));
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private void tell(String key) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ears.forEach((listener, ear) -> {
                    if (key.startsWith(listener)) {
                        ear.release();
                    }
                });
            }
        });
    }
}
