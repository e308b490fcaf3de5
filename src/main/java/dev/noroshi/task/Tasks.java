package dev.noroshi.task;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.incident.Incidents;
import dev.noroshi.incident.Saying;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import dev.noroshi.workflow.BusinessKey;
import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.Forms;
import dev.noroshi.workflow.Processes;
import dev.noroshi.workflow.Step;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of the plan that people take: who has which, until when, with what answers. */
@Service
@Transactional
public class Tasks {

    private final TaskStore store;
    private final Forms forms;
    private final Processes processes;
    private final Incidents incidents;
    private final CaseAccess access;
    private final DueTimes times;
    private final AnswerWords words;
    private final Takers takers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tasks(
            TaskStore store,
            Forms forms,
            Processes processes,
            Incidents incidents,
            CaseAccess access,
            DueTimes times,
            AnswerWords words,
            Takers takers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.forms = forms;
        this.processes = processes;
        this.incidents = incidents;
        this.access = access;
        this.times = times;
        this.words = words;
        this.takers = takers;
        this.events = events;
        this.clock = clock;
    }

    /** @throws UnknownTask also when the caller may not see the case */
    @Transactional(readOnly = true)
    public Task view(String id) {
        Task task = store.find(id).orElseThrow(() -> new UnknownTask(id));
        Actor actor = Actors.current();
        boolean own =
                actor.account().equals(task.assignee()) || task.roles().stream().anyMatch(actor::holds);
        if (!access.mayLookInside(actor, task.incident()) || !(own || readsAll(actor))) {
            throw new UnknownTask(id);
        }
        return task;
    }

    /** Everything that the caller may see, soonest due first. */
    @Transactional(readOnly = true)
    public Page<Task> list(TaskQuery query, PageRequest page) {
        query.check();
        return store.list(Actors.current(), query, clock.instant(), page);
    }

    /** A step with what it asks and what must be read first, all of one moment; as {@link #view}. */
    @Transactional(readOnly = true)
    public AskedTask ask(String id) {
        Task task = view(id);
        return new AskedTask(task, task.waiting() ? fields(task) : List.of(), about(task));
    }

    /** What the task asks, with proposals. */
    @Transactional(readOnly = true)
    public List<Field> fields(Task task) {
        return form(task).fields(step(task));
    }

    private String about(Task task) {
        return task.waiting() ? form(task).about(step(task)) : "";
    }

    /** Takes it on; a repeat by the same person is fine. */
    public Task claim(String id) {
        Task task = locked(id);
        Actor actor = takers.requireMayTake(task);
        if (!actor.account().equals(task.assignee())) {
            takers.requireFree(task, actor);
            store.assign(id, actor.account(), clock.instant());
            tell(task, new TaskEvent.Claimed(id, task.incident(), task.element(), task.subject(), task.name()));
        }
        return view(id);
    }

    /** Gives it back to the roles; by whoever has it, or the CSIRT's lead. */
    public Task release(String id) {
        Task task = locked(id);
        Actor actor = Actors.current();
        if (!task.waiting()) {
            throw new TaskOver(task.name());
        }
        if (task.assignee() != null && !actor.account().equals(task.assignee()) && !actor.holds(Roles.LEAD)) {
            throw new NotYours("task.release");
        }
        if (task.assignee() != null) {
            store.assign(id, null, null);
            tell(task, new TaskEvent.Released(id, task.incident(), task.element(), task.subject(), task.name()));
        }
        return view(id);
    }

    /** Stores the answers and goes on with the plan, in one transaction; a repeat by the same person is a success. */
    public Task complete(String id, Map<String, ?> answers) {
        Task task = locked(id);
        Actor actor = Actors.current();
        if (task.status() == Task.Status.DONE && actor.account().equals(task.doneBy())) {
            return task;
        }
        takers.requireMayTake(task);
        takers.requireFree(task, actor);
        Step step = step(task);
        Form form = form(task);
        List<Field> asked = form.fields(step);
        Map<String, Object> given = Answers.read(asked, answers);
        form.store(step, given);
        return goOn(task, actor, words.of(task.form(), asked, given));
    }

    private Task goOn(Task task, Actor by, List<Saying> answers) {
        Task done = task.done(by.account(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        store.done(done);
        tell(
                task,
                new TaskEvent.Completed(
                        task.id(), task.incident(), task.element(), task.subject(), task.name(), answers));
        processes.complete(task.id());
        return done;
    }

    /** The person acting has done elsewhere what a step with such a form asks under the key: it is taken, the plan goes on. */
    public void doneElsewhere(String key, String form) {
        Actor actor = Actors.current();
        store.waiting(BusinessKey.ownerOf(key), null).stream()
                .filter(task -> task.key().equals(key) && task.form().equals(form))
                .forEach(task -> goOn(task, actor, List.of()));
    }

    /** Another role may take it too: the decision goes on to who acts for a silent one. */
    public void offerTo(String incident, String subject, String role) {
        about(incident, subject).forEach(task -> store.offer(task.id(), Set.of(role)));
    }

    private List<Task> about(String incident, String subject) {
        return store.waiting(incident, BusinessKey.elementOf(subject)).stream()
                .filter(task -> task.subject().equals(subject))
                .toList();
    }

    /**
     * A called person has answered: completes the waiting task with what is proposed where nothing more must be said, else
     * gives it to that person. Nothing happens when no such task waits, or that person may not take it.
     */
    public void settle(String incident, String subject, Actor by) {
        for (Task task : about(incident, subject)) {
            if (task.assignee() != null && !task.assignee().equals(by.account())) {
                continue;
            }
            Actors.as(by, () -> {
                if (takers.mayTake(task, by)) {
                    Map<String, Object> proposed = proposals(task);
                    boolean enough = fields(task).stream()
                            .allMatch(field -> !field.required() || proposed.containsKey(field.name()));
                    boolean decision = fields(task).stream().anyMatch(Field::required);
                    return enough && !decision ? complete(task.id(), proposed) : claim(task.id());
                }
                return task;
            });
        }
    }

    /**
     * A called person approves (or rejects) what the waiting task asks; nothing happens when no such task waits, it asks
     * for no approval, or that person may not take it.
     */
    public void decide(String incident, String subject, Actor by, boolean approve) {
        for (Task task : about(incident, subject)) {
            Actors.as(by, () -> {
                Optional<String> option = fields(task).stream()
                        .filter(field -> field.name().equals("decision"))
                        .flatMap(field -> field.options().stream())
                        .filter(value -> value.equals("approve") == approve)
                        .findFirst();
                if (option.isEmpty() || !takers.mayTake(task, by)) {
                    return task;
                }
                Map<String, Object> answers = new HashMap<>(proposals(task));
                answers.put("decision", option.get());
                return complete(task.id(), answers);
            });
        }
    }

    /**
     * The level or the calendar changed: what is open gets its time anew, counted from when it began to wait.
     *
     * @return those whose time is another one
     */
    public List<DueMoved> recompute(String incident, int level) {
        return times.recompute(store.waiting(incident, null), level);
    }

    /** A step as it is now, for packages that act for the plan; empty where nobody has to take it any more. */
    @Transactional(readOnly = true)
    public Optional<Task> waiting(String id) {
        return store.find(id).filter(Task::waiting);
    }

    static boolean readsAll(Actor actor) {
        return actor.isSystem()
                || actor.holdsAny(Roles.WINDOW, Roles.HANDLER, Roles.LEAD, Roles.CHIEF, Roles.CISO, Roles.AUDITOR);
    }

    /** Whether the person acting may claim and complete it, as far as roles and four eyes say. */
    @Transactional(readOnly = true)
    public boolean mayTake(Task task) {
        return task.waiting() && takers.mayTake(task, Actors.current());
    }

    private Map<String, Object> proposals(Task task) {
        Map<String, Object> proposed = new HashMap<>();
        for (Field field : fields(task)) {
            if (field.value() != null) {
                proposed.put(field.name(), field.value());
            }
        }
        return proposed;
    }

    /** Who holds the case holds its tasks. */
    private Task locked(String id) {
        if (!processes.holdOwnerOfStep(id)) {
            throw new UnknownTask(id);
        }
        return view(id);
    }

    /** What happens to the roster's tasks is no news of a case. */
    private void tell(Task task, TaskEvent event) {
        if (task.ofCase()) {
            events.publishEvent(event);
        }
    }

    private Form form(Task task) {
        return forms.find(task.form()).orElseThrow(() -> new IllegalStateException("no form " + task.form()));
    }

    private static Step step(Task task) {
        return new Step(
                task.id(),
                task.element(),
                task.name(),
                task.process(),
                task.key(),
                task.edition(),
                task.roles(),
                Map.of());
    }
}
