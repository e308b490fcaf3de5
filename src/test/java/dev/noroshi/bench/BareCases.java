package dev.noroshi.bench;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same models with no domain around them: the vocabulary answers by script. What in the application only starts or tells
 * another model (calls, external reports) does so here too, so that the engine has the same to do.
 */
final class BareCases implements Cases {

    /** How the case goes: what the application decided for the same one. */
    record Script(int level, int reports, int reminders) {}

    private final ProcessEngine engine;
    private final Look look;
    private final TransactionTemplate transaction;
    private final Script script;
    private final Map<String, String> calls = new ConcurrentHashMap<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final AtomicInteger collisions = new AtomicInteger();
    private final Map<String, AtomicInteger> numbers = new ConcurrentHashMap<>();

    BareCases(BareEngine bare, Script script) {
        this.engine = bare.engine();
        this.look = new Look(engine);
        this.transaction = bare.transaction();
        this.script = script;
        bare.answer(this::word);
    }

    @Override
    public String begin() {
        String key = "B-" + UUID.randomUUID();
        numbers.put(key, new AtomicInteger());
        engine.getRuntimeService().startProcessInstanceByKey("incident-response", key);
        return key;
    }

    @Override
    public List<Waiting> waiting(String key) {
        return look.steps(key);
    }

    /**
     * Tells the call for the step, if there is one, that somebody answered; in the same transaction. The bare engine lets go a
     * person who meets one of its jobs; then the step still waits, and is taken again.
     */
    @Override
    public void complete(String key, Waiting step) {
        @Nullable String call = calls.get(key + "/" + step.element());
        try {
            transaction.executeWithoutResult(status -> {
                if (call != null) {
                    answer(call);
                }
                engine.getTaskService().complete(step.id());
            });
            calls.remove(key + "/" + step.element());
        } catch (RuntimeException met) {
            collisions.incrementAndGet();
        }
    }

    private void answer(String call) {
        told.add(call);
        engine.getRuntimeService()
                .createExecutionQuery()
                .processInstanceBusinessKey(call)
                .messageEventSubscriptionName("CallAnswered")
                .list()
                .forEach(waiting -> engine.getRuntimeService().messageEventReceived("CallAnswered", waiting.getId()));
    }

    /** How often the bare engine let a person go. */
    int collisions() {
        return collisions.get();
    }

    @Override
    public boolean ended(String key) {
        return look.ended(key);
    }

    @Override
    public void pause(String key) {
        look.pause(key);
    }

    /** Every element that the case came to, in all models, sorted. */
    List<String> elements(String key) {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKeyLike(key + "%")
                .list()
                .stream()
                .flatMap(it -> engine
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(it.getId())
                        .list()
                        .stream())
                .map(HistoricActivityInstance::getActivityId)
                .sorted()
                .toList();
    }

    private @Nullable Object word(String key, String word, Object... given) {
        return switch (word) {
            case "containment.segments" -> List.of(key + "-S2");
            case "response.call" -> call(key, String.valueOf(given[2]));
            case "reporting.begin" -> reports(key);
            case "prevention.begin" -> measure(key);
            case "incident.atLeast" -> script.level() >= ((Number) given[1]).intValue();
            case "triage.isIncident",
                    "review.preventionOrdered",
                    "review.closureApproved",
                    "reporting.approved",
                    "reporting.anyRequired" -> true;
            case "escalation.answered" -> told.contains(key);
            case "escalation.someoneLeft" -> true;
            case "reporting.remindAt" -> Date.from(Instant.now().plusSeconds(remindsAtOnce(key) ? 0 : 86_400));
            case "escalation.patienceEnds", "recovery.observationEnds", "prevention.remindAt" ->
                Date.from(Instant.now().plusSeconds(86_400));
            default -> false;
        };
    }

    private boolean call(String key, String element) {
        String call = key + "-C" + number(key);
        calls.put(key + "/" + element, call);
        engine.getRuntimeService().startProcessInstanceByKey("escalation", call);
        return true;
    }

    private boolean reports(String key) {
        for (int i = 1; i <= script.reports(); i++) {
            engine.getRuntimeService().startProcessInstanceByKey("external-report", key + "-R" + i);
        }
        return true;
    }

    private boolean measure(String key) {
        engine.getRuntimeService().startProcessInstanceByKey("follow-up", key + "-M1");
        return true;
    }

    private boolean remindsAtOnce(String report) {
        return Integer.parseInt(report.substring(report.lastIndexOf("-R") + 2)) <= script.reminders();
    }

    private int number(String key) {
        AtomicInteger number = numbers.computeIfAbsent(key, it -> new AtomicInteger());
        return number.incrementAndGet();
    }
}
