package dev.noroshi.task.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.noroshi.identity.Roles;
import dev.noroshi.plan.PlanWords;
import dev.noroshi.task.AskedTask;
import dev.noroshi.task.ChecklistItem;
import dev.noroshi.task.Checklists;
import dev.noroshi.task.Task;
import dev.noroshi.task.TaskQuery;
import dev.noroshi.task.Tasks;
import dev.noroshi.task.web.FieldViews.FieldView;
import dev.noroshi.web.EmptyBody;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks over REST: a client that knows nothing about a task can complete it by its fields. */
@RestController
@RequestMapping("/api/v1/tasks")
class TaskApi {

    /**
     * A task.
     *
     * @param role the first of {@code roles}
     * @param about what must be read to take it; only of a task alone
     * @param fields what it asks; only of a task alone
     * @param checklist what may be checked off, with who did and when; only of a task alone
     */
    record TaskView(
            String id,
            String name,
            String element,
            String process,
            @Nullable String incident,
            @Nullable String key,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String role,

            List<String> roles,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String assignee,

            String status,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Instant due,

            boolean overdue,
            @Nullable String runbook,
            @Nullable String policy,
            Instant createdAt,
            @Nullable Instant doneAt,
            @Nullable String doneBy,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String about,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<FieldView> fields,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<ItemView> checklist) {}

    /** An item of a checklist in the reader's language; {@code by} and {@code at} are null while it is not ticked. */
    record ItemView(
            String item,
            String text,
            boolean ticked,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String by,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Instant at) {}

    private final Tasks tasks;
    private final Checklists checklists;
    private final FieldViews fields;
    private final PlanWords words;
    private final Clock clock;

    TaskApi(Tasks tasks, Checklists checklists, FieldViews fields, PlanWords words, Clock clock) {
        this.tasks = tasks;
        this.checklists = checklists;
        this.fields = fields;
        this.words = words;
        this.clock = clock;
    }

    @Parameter(name = "assignee", in = ParameterIn.QUERY, description = "me, none, or an account")
    @Parameter(name = "role", in = ParameterIn.QUERY)
    @Parameter(name = "incident", in = ParameterIn.QUERY)
    @GetMapping
    Page<TaskView> list(
            @Parameter(hidden = true) @RequestParam Map<String, String> filter,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        TaskQuery query = new TaskQuery(
                given(filter, "assignee"), given(filter, "role"), given(filter, "incident"), overdue, false);
        return tasks.list(query, new PageRequest(page, size)).map(this::view);
    }

    /** An empty word asks nothing. */
    private static @Nullable String given(Map<String, String> filter, String name) {
        String value = filter.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : value;
    }

    @GetMapping("/{id}")
    TaskView find(@PathVariable String id) {
        return view(tasks.ask(id));
    }

    @PostMapping("/{id}/claim")
    TaskView claim(@PathVariable String id, @RequestBody(required = false) @Nullable Map<String, Object> nothing) {
        EmptyBody.require(nothing);
        return view(tasks.claim(id));
    }

    @PostMapping("/{id}/release")
    TaskView release(@PathVariable String id, @RequestBody(required = false) @Nullable Map<String, Object> nothing) {
        EmptyBody.require(nothing);
        return view(tasks.release(id));
    }

    @Operation(description = "The answers, `{field: value}`, to the `fields` of the task.")
    @PostMapping("/{id}/completion")
    TaskView complete(@PathVariable String id, @RequestBody Map<String, Object> answers) {
        return view(tasks.complete(id, answers));
    }

    @Operation(description = "Ticks or unticks items, `{item: true|false}`; those that are not named stay.")
    @PostMapping("/{id}/checklist")
    List<ItemView> tick(@PathVariable String id, @RequestBody Map<String, Boolean> wanted) {
        return items(checklists.tick(id, wanted));
    }

    private static List<ItemView> items(List<ChecklistItem> items) {
        Locale reader = LocaleContextHolder.getLocale();
        return items.stream()
                .map(item -> new ItemView(item.item(), item.text(reader), item.ticked(), item.by(), item.at()))
                .toList();
    }

    private TaskView view(AskedTask asked) {
        return view(asked.task(), asked.about(), fields.of(asked), items(checklists.of(asked.task())));
    }

    private TaskView view(Task task) {
        return view(task, null, null, null);
    }

    private TaskView view(
            Task task, @Nullable String about, @Nullable List<FieldView> asked, @Nullable List<ItemView> checklist) {
        List<String> roles = task.roles().stream()
                .sorted(Comparator.comparingInt(Roles.ALL::indexOf))
                .toList();
        return new TaskView(
                task.id(),
                words.of(task.element(), task.name()),
                task.element(),
                task.process(),
                task.ofCase() ? task.incident() : null,
                task.ofCase() ? task.key() : null,
                roles.isEmpty() ? null : roles.get(0),
                roles,
                task.assignee(),
                task.status().key(),
                task.due(),
                task.overdueAt(clock.instant()),
                task.runbook(),
                task.policy(),
                task.createdAt(),
                task.doneAt(),
                task.doneBy(),
                about,
                asked,
                checklist);
    }
}
