package dev.noroshi.workflow;

import dev.noroshi.workflow.Difference.Kind;
import dev.noroshi.workflow.OpenThings.Thing;
import dev.noroshi.workflow.RunningPlan.Root;
import dev.noroshi.workflow.RunningPlan.WaitingStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for contradictions between what we know and what the engine does. Walks over both sides page by page; what seems
 * to contradict is looked at again while its case is held, so that nothing counts that somebody was just doing.
 */
@Service
public class Comparison {

    private static final int PAGE = 200;

    private static final String CLOSED = "closed";

    private final List<OpenThings> instances;
    private final List<OpenThings> steps;
    private final RunningPlan running;
    private final Stops stops;
    private final Processes processes;
    private final TransactionTemplate transaction;

    Comparison(
            List<OpenThings> things,
            RunningPlan running,
            Stops stops,
            Processes processes,
            PlatformTransactionManager transactions) {
        this.instances =
                things.stream().filter(it -> it.kind() != OpenThings.Kind.TASK).toList();
        this.steps =
                things.stream().filter(it -> it.kind() == OpenThings.Kind.TASK).toList();
        this.running = running;
        this.stops = stops;
        this.processes = processes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What contradicts itself now; outside of any transaction of the caller's. */
    public List<Difference> find() {
        Set<Difference> suspected = new LinkedHashSet<>();
        for (OpenThings kind : instances) {
            walk(kind::after, Thing::key, page -> suspected.addAll(lookAtInstances(keys(page, Thing::key))));
        }
        walk(running::rootsAfter, Root::id, page -> suspected.addAll(lookAtInstances(keys(page, Root::key))));
        for (OpenThings kind : steps) {
            walk(kind::after, Thing::key, page -> suspected.addAll(lookAtSteps(keys(page, Thing::key))));
        }
        walk(running::stepsAfter, WaitingStep::id, page -> suspected.addAll(lookAtSteps(keys(page, WaitingStep::id))));
        return suspected.stream().filter(this::stillStands).toList();
    }

    private <T> void walk(BiFunction<String, Integer, List<T>> after, Function<T, String> key, Consumer<List<T>> look) {
        List<T> page = after.apply("", PAGE);
        while (!page.isEmpty()) {
            look.accept(page);
            page = after.apply(key.apply(page.get(page.size() - 1)), PAGE);
        }
    }

    private static <T> Set<String> keys(List<T> page, Function<T, String> key) {
        return new LinkedHashSet<>(page.stream().map(key).toList());
    }

    /** Looks a second time, while nobody else acts on the case. */
    private boolean stillStands(Difference first) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!first.incident().isEmpty()) {
                processes.hold(first.incident());
            }
            boolean ofStep = first.kind() == Kind.STEP_GONE || first.kind() == Kind.STEP_UNKNOWN;
            return (ofStep ? lookAtSteps(Set.of(first.key())) : lookAtInstances(Set.of(first.key()))).contains(first);
        }));
    }

    private List<Difference> lookAtInstances(Set<String> keys) {
        Map<String, Thing> known = new HashMap<>();
        Map<String, OpenThings.Kind> kinds = new HashMap<>();
        for (OpenThings kind : instances) {
            Map<String, Thing> found = kind.of(keys);
            known.putAll(found);
            found.keySet().forEach(key -> kinds.put(key, kind.kind()));
        }
        Map<String, List<Root>> roots = running.roots(keys);
        List<Root> all = roots.values().stream().flatMap(Collection::stream).toList();
        Stops.Found found = stops.of(all.stream().map(Root::id).toList());
        List<Difference> differences = new ArrayList<>();
        for (String key : keys) {
            compare(key, known.get(key), kinds.get(key), roots.getOrDefault(key, List.of()), found)
                    .forEach(differences::add);
        }
        return differences;
    }

    private Stream<Difference> compare(
            String key, @Nullable Thing thing, OpenThings.@Nullable Kind kind, List<Root> roots, Stops.Found stopped) {
        String incident = BusinessKey.ownerIn(key).orElse("");
        String process = roots.isEmpty() ? "" : roots.get(0).process();
        Function<Kind, Difference> about = what -> new Difference(what, kind, key, incident, process, "", "");
        List<Difference> found = new ArrayList<>();
        if (thing == null && !roots.isEmpty()) {
            found.add(about.apply(Kind.UNKNOWN));
        } else if (thing != null && thing.open() && roots.isEmpty() && !beginsSoon(kind, incident)) {
            found.add(about.apply(Kind.NOT_RUNNING));
        } else if (thing != null
                && !thing.open()
                && roots.stream().anyMatch(root -> !stopped.moving().contains(root.id()))) {
            found.add(about.apply(Kind.STILL_RUNNING));
        }
        if (thing != null && kind == OpenThings.Kind.CASE && contradicts(thing, roots, stopped)) {
            found.add(about.apply(Kind.PHASE));
        }
        for (Root root : roots) {
            stopped.idle().getOrDefault(root.id(), List.of()).stream()
                    .map(at -> new Difference(Kind.IDLE, kind, key, incident, at.process(), at.element(), at.name()))
                    .forEach(found::add);
        }
        return found.stream();
    }

    /** People choose reports before the plan comes to the step that begins them. */
    private boolean beginsSoon(OpenThings.@Nullable Kind kind, String incident) {
        if (kind != OpenThings.Kind.REPORT) {
            return false;
        }
        List<String> ofCase = running.roots(Set.of(incident)).getOrDefault(incident, List.of()).stream()
                .map(Root::id)
                .toList();
        return !stops.of(ofCase).moving().isEmpty();
    }

    private static boolean contradicts(Thing thing, List<Root> roots, Stops.Found found) {
        if (thing.open() == CLOSED.equals(thing.place())) {
            return true;
        }
        Set<String> phases = new LinkedHashSet<>();
        roots.forEach(root -> phases.addAll(found.phases().getOrDefault(root.id(), Set.of())));
        return thing.open() && !phases.isEmpty() && !phases.contains(thing.place());
    }

    private List<Difference> lookAtSteps(Set<String> ids) {
        Map<String, Thing> known = new HashMap<>();
        steps.forEach(kind -> known.putAll(kind.of(ids)));
        Map<String, WaitingStep> waiting = running.steps(ids);
        List<Difference> differences = new ArrayList<>();
        for (String id : ids) {
            @Nullable Thing task = known.get(id);
            @Nullable WaitingStep step = waiting.get(id);
            boolean open = task != null && task.open();
            if (task != null && open && step == null) {
                differences.add(new Difference(
                        Kind.STEP_GONE,
                        OpenThings.Kind.TASK,
                        id,
                        task.incident(),
                        "",
                        Objects.requireNonNullElse(task.place(), ""),
                        Objects.requireNonNullElse(task.name(), "")));
            } else if (!open && step != null) {
                differences.add(new Difference(
                        Kind.STEP_UNKNOWN,
                        OpenThings.Kind.TASK,
                        id,
                        BusinessKey.ownerIn(step.key()).orElse(""),
                        step.process(),
                        step.element(),
                        step.name()));
            }
        }
        return differences;
    }
}
