package dev.noroshi.task;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.NotYours;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may take a step: by role, by access to the case, and not who took the step that it answers (兼務の禁止). */
@Component
class Takers {

    private final TaskStore store;
    private final CaseAccess access;
    private final Roster roster;

    Takers(TaskStore store, CaseAccess access, Roster roster) {
        this.store = store;
        this.access = access;
        this.roster = roster;
    }

    /** The person acting, when that person may take the step and it still waits. */
    Actor requireMayTake(Task task) {
        Actor actor = Actors.current();
        if (!task.waiting()) {
            throw new TaskOver(task.name());
        }
        access.requireWork(actor, task.incident());
        if (!actor.isSystem() && task.roles().stream().noneMatch(actor::holds)) {
            throw new NotYours("task.complete");
        }
        if (firstPerson(task, actor)) {
            throw new SecondPersonNeeded(task.name());
        }
        return actor;
    }

    /** @throws TaskTaken when somebody else has claimed it */
    void requireFree(Task task, Actor actor) {
        @Nullable String assignee = task.assignee();
        if (assignee != null && !assignee.equals(actor.account())) {
            throw new TaskTaken(roster.personOf(assignee).map(Person::name).orElse(assignee));
        }
    }

    boolean mayTake(Task task, Actor actor) {
        return task.roles().stream().anyMatch(actor::holds) && !firstPerson(task, actor);
    }

    private boolean firstPerson(Task task, Actor actor) {
        return task.fourEyes() != null
                && store.completerOf(task.key(), task.fourEyes())
                        .filter(actor.account()::equals)
                        .isPresent();
    }
}
