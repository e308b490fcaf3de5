package dev.noroshi.task.web;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.incident.Incidents;
import dev.noroshi.task.AskedTask;
import dev.noroshi.task.Checklists;
import dev.noroshi.task.Task;
import dev.noroshi.task.TaskQuery;
import dev.noroshi.task.Tasks;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import dev.noroshi.web.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue, the page of a step with its form and checklist, and the tasks of a case. */
@Controller
class TaskPages {

    private static final int SIZE = 50;
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").withZone(BusinessCalendar.TOKYO);

    private final Tasks tasks;
    private final Incidents incidents;
    private final FieldViews fields;
    private final Checklists checklists;
    private final CaseAccess access;
    private final Clock clock;

    TaskPages(
            Tasks tasks,
            Incidents incidents,
            FieldViews fields,
            Checklists checklists,
            CaseAccess access,
            Clock clock) {
        this.tasks = tasks;
        this.incidents = incidents;
        this.fields = fields;
        this.checklists = checklists;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/tasks")
    String queue(
            @RequestParam(defaultValue = "roles") String tab,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        TaskQuery query = switch (tab) {
            case "mine" -> new TaskQuery("me", null, null, null, true);
            case "all" -> new TaskQuery(null, null, null, null, true);
            default -> new TaskQuery(null, "mine", null, null, true);
        };
        model.addAttribute("tab", tab);
        model.addAttribute("done", done);
        Page<Task> found = tasks.list(query, new PageRequest(page, SIZE));
        model.addAttribute("tasks", found);
        model.addAttribute(
                "cases",
                incidents.headings(found.items().stream().map(Task::incident).collect(Collectors.toSet())));
        model.addAttribute(
                "takeable",
                found.items().stream().filter(tasks::mayTake).map(Task::id).toList());
        frame(model);
        return "task/queue";
    }

    @GetMapping("/incidents/{number}/tasks")
    String ofCase(
            @PathVariable String number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        access.requireInside(Actors.current(), number);
        TaskQuery query = new TaskQuery(null, null, number, null, false);
        model.addAttribute("number", number);
        Page<Task> found = tasks.list(query, new PageRequest(0, PageRequest.LARGEST));
        model.addAttribute("tasks", found);
        model.addAttribute("checklists", checklists.ofCase(number, found.items()));
        frame(model);
        return htmx == null ? "task/case" : "task/case :: tasks";
    }

    @GetMapping("/tasks/{id}")
    String step(@PathVariable String id, Model model) {
        return show(tasks.ask(id), Map.of(), model);
    }

    private String show(AskedTask step, Map<String, ?> given, Model model) {
        Task task = step.task();
        List<FieldViews.FieldView> asked = fields.of(step);
        Map<String, Object> values = new LinkedHashMap<>();
        asked.forEach(field -> values.put(field.name(), shown(field)));
        values.putAll(given);
        asked.stream()
                .filter(field -> !field.columns().isEmpty())
                .forEach(field -> values.put(field.name(), FormRows.shown(field, values.get(field.name()))));
        model.addAttribute("task", task);
        model.addAttribute("about", step.about().lines().toList());
        model.addAttribute("fields", asked);
        model.addAttribute("values", values);
        model.addAttribute("mayTake", tasks.mayTake(task));
        model.addAttribute("items", checklists.of(task));
        frame(model);
        return "task/step";
    }

    @PostMapping("/tasks/{id}/claim")
    String claim(@PathVariable String id) {
        tasks.claim(id);
        return "redirect:/tasks/" + id;
    }

    @PostMapping("/tasks/{id}/release")
    String release(@PathVariable String id) {
        tasks.release(id);
        return "redirect:/tasks/" + id;
    }

    @PostMapping("/tasks/{id}/checklist")
    String tick(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> before,
            @RequestParam(defaultValue = "") List<String> item) {
        Map<String, Boolean> wanted = new HashMap<>();
        before.stream().filter(key -> !item.contains(key)).forEach(key -> wanted.put(key, false));
        item.stream().filter(key -> !before.contains(key)).forEach(key -> wanted.put(key, true));
        checklists.tick(id, wanted);
        return "redirect:/tasks/" + id + "#checklist";
    }

    /** A refused form stands at the address it was sent to; whoever opens that again, in another language too, is back at the step. */
    @GetMapping("/tasks/{id}/completion")
    String again(@PathVariable String id) {
        return "redirect:/tasks/" + id;
    }

    @PostMapping("/tasks/{id}/completion")
    String complete(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response) {
        Map<String, Object> sentAnswers = new LinkedHashMap<>();
        form.forEach((name, sent) -> {
            if (!name.equals("_csrf")) {
                sentAnswers.put(name, sent.size() == 1 ? sent.get(0) : new ArrayList<>(sent));
            }
        });
        boolean moreRows = sentAnswers.remove("more") != null;
        Map<String, Object> answers = FormRows.gathered(sentAnswers);
        if (moreRows) {
            return show(tasks.ask(id), answers, model);
        }
        try {
            Task task = tasks.complete(id, answers);
            return "redirect:/tasks?done=" + task.id();
        } catch (InvalidInput invalid) {
            Map<String, String> errors = new LinkedHashMap<>();
            for (Problem.FieldError error : invalid.fields()) {
                errors.put(
                        error.field(),
                        fields.text(
                                "error.field." + error.code(),
                                error.code(),
                                error.arguments().toArray()));
            }
            model.addAttribute("errors", errors);
            response.setStatus(422);
            return show(tasks.ask(id), answers, model);
        }
    }

    private void frame(Model model) {
        model.addAttribute("now", clock.instant());
        model.addAttribute("me", Actors.current().account());
    }

    /** What an input shows: a moment as a clock in Tokyo, everything else as it is. */
    private static Object shown(FieldViews.FieldView field) {
        @Nullable Object value = field.value();
        if (value instanceof java.time.Instant at) {
            return LOCAL.format(at);
        }
        return value == null ? "" : value;
    }
}
