package dev.noroshi.task;

import dev.noroshi.identity.Roles;
import dev.noroshi.plan.StepHolders;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the plan's picture who holds the steps of a case. */
@Component
class TaskHolders implements StepHolders {

    private final TaskStore store;
    private final Roster roster;

    TaskHolders(TaskStore store, Roster roster) {
        this.store = store;
        this.roster = roster;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Holding> holdings(String incident) {
        return store.waiting(incident, null).stream().collect(Collectors.toMap(Task::id, this::holding));
    }

    private Holding holding(Task task) {
        List<String> roles = task.roles().stream()
                .sorted(Comparator.comparingInt(Roles.ALL::indexOf))
                .toList();
        @Nullable String assignee = task.assignee();
        @Nullable
        String name = assignee == null
                ? null
                : roster.personOf(assignee).map(Person::name).orElse(assignee);
        return new Holding(roles, assignee, name, task.due());
    }
}
