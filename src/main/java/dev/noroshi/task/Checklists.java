package dev.noroshi.task;

import dev.noroshi.identity.Actor;
import dev.noroshi.incident.Incidents;
import dev.noroshi.incident.Saying;
import dev.noroshi.incident.Segments;
import dev.noroshi.plan.Runbook;
import dev.noroshi.plan.RunbookStep;
import dev.noroshi.plan.Runbooks;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.workflow.Processes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is to be checked off at a step: what the table {@code checklist} of the case's edition says for it and its segment,
 * then the lines of its runbook for the phase. Each tick is kept with its person and moment, and told in the timeline.
 */
@Service
@Transactional
public class Checklists {

    private static final String TABLE = "checklist";

    private final Processes processes;
    private final Runbooks runbooks;
    private final TickStore store;
    private final TaskStore tasks;
    private final Takers takers;
    private final Incidents incidents;
    private final Clock clock;

    Checklists(
            Processes processes,
            Runbooks runbooks,
            TickStore store,
            TaskStore tasks,
            Takers takers,
            Incidents incidents,
            Clock clock) {
        this.processes = processes;
        this.runbooks = runbooks;
        this.store = store;
        this.tasks = tasks;
        this.takers = takers;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** All items of the task, ticked or not; the caller has been let see it already. */
    @Transactional(readOnly = true)
    public List<ChecklistItem> of(Task task) {
        List<ChecklistItem> items = Stream.concat(ofPlan(task), ofRunbook(task)).toList();
        Map<String, TickStore.Tick> ticks = items.isEmpty() ? Map.of() : store.of(task.id());
        return items.stream().map(item -> ticked(item, ticks.get(item.item()))).toList();
    }

    /** Of these tasks of one case, those whose checklist somebody works with, with its items. */
    @Transactional(readOnly = true)
    public Map<Task, List<ChecklistItem>> ofCase(String incident, List<Task> seen) {
        Set<String> ticked = store.tickedTasks(incident);
        Map<Task, List<ChecklistItem>> all = new LinkedHashMap<>();
        seen.stream().filter(task -> ticked.contains(task.id())).forEach(task -> all.put(task, of(task)));
        return all;
    }

    /**
     * Ticks or unticks items of a waiting step, by whoever may take it; what is as wanted already stays as it is.
     *
     * @param wanted item to whether it shall be ticked; others stay
     * @throws InvalidInput for an item that the checklist has not
     */
    public List<ChecklistItem> tick(String id, Map<String, Boolean> wanted) {
        if (!processes.holdOwnerOfStep(id)) {
            throw new UnknownTask(id);
        }
        Task task = tasks.find(id).orElseThrow(() -> new UnknownTask(id));
        Actor actor = takers.requireMayTake(task);
        Map<String, ChecklistItem> items = of(task).stream()
                .collect(Collectors.toMap(ChecklistItem::item, Function.identity(), (one, twin) -> one));
        List<Saying> said = new ArrayList<>();
        new TreeMap<>(wanted).forEach((key, tick) -> {
            ChecklistItem item = items.get(key);
            if (item == null) {
                throw new InvalidInput(key, "choice");
            }
            if (item.ticked() != tick) {
                keep(task, item, tick, actor);
                Saying text = new Saying.InBoth(item.text(), item.textEn());
                said.add(Saying.phrase(tick ? "task.checklist.ticked" : "task.checklist.unticked", text));
            }
        });
        if (!said.isEmpty() && task.ofCase()) {
            said.add(0, new Saying.StepName(task.element(), task.name()));
            incidents.record(task.incident(), "checklist", said);
        }
        return of(task);
    }

    private void keep(Task task, ChecklistItem item, boolean tick, Actor actor) {
        if (tick) {
            store.tick(task.id(), item.item(), actor.account(), clock.instant());
        } else {
            store.untick(task.id(), item.item());
        }
    }

    private static ChecklistItem ticked(ChecklistItem item, TickStore.@Nullable Tick tick) {
        return tick == null ? item : new ChecklistItem(item.item(), item.text(), item.textEn(), tick.by(), tick.at());
    }

    private Stream<ChecklistItem> ofPlan(Task task) {
        if (!processes.hasTable(TABLE, task.edition())) {
            return Stream.empty();
        }
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("step", task.element());
        asked.put("segment", Segments.of(task.key()).orElse(null));
        return processes.decide(TABLE, task.edition(), asked).stream()
                .map(row -> new ChecklistItem(
                        Objects.toString(row.get("item"), ""),
                        Objects.toString(row.get("text"), ""),
                        Objects.toString(row.get("textEn"), ""),
                        null,
                        null));
    }

    private Stream<ChecklistItem> ofRunbook(Task task) {
        @Nullable String key = task.runbook();
        if (key == null) {
            return Stream.empty();
        }
        String phase = task.element().toLowerCase(Locale.ROOT).contains("evidence") ? "evidence" : task.process();
        List<RunbookStep> english =
                runbooks.find(key, Locale.ENGLISH).map(Runbook::steps).orElse(List.of());
        return runbooks.find(key, Locale.JAPANESE).stream()
                .flatMap(runbook -> runbook.stepsOf(phase).stream())
                .map(step -> new ChecklistItem(
                        key + ":" + step.line(),
                        step.text(),
                        step.line() < english.size() ? english.get(step.line()).text() : step.text(),
                        null,
                        null));
    }
}
