package dev.noroshi.task;

import dev.noroshi.calendar.Moments;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.Roles;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import dev.noroshi.workflow.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks in the database. */
@Repository
class TaskStore {

    private static final String COLUMNS =
            "select t.*, (select group_concat(r.role) from task_role r where r.task = t.id) as roles";
    private static final String SELECT = COLUMNS + " from task t ";

    private final JdbcClient jdbc;
    private final CaseAccess access;

    TaskStore(JdbcClient jdbc, CaseAccess access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    void insert(Task task) {
        jdbc.sql("""
                insert ignore into task (id, incident, business_key, process, element, name, edition, form, target,
                  runbook, policy, four_eyes, status, due, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(java.util.Arrays.asList(
                        task.id(),
                        task.incident(),
                        task.key(),
                        task.process(),
                        task.element(),
                        task.name(),
                        task.edition(),
                        task.form(),
                        task.target(),
                        task.runbook(),
                        task.policy(),
                        task.fourEyes(),
                        task.status().key(),
                        Moments.columnOrNull(task.due()),
                        Moments.column(task.createdAt())))
                .update();
        offer(task.id(), task.roles());
    }

    /** What another edition's model says of a waiting step; roles to which it was offered meanwhile stay. */
    void revise(Step step, String name, Set<String> formerRoles, @Nullable String runbook, @Nullable Instant due) {
        jdbc.sql("update task set name = ?, edition = ?, form = ?, target = ?, runbook = ?, policy = ?, four_eyes = ?,"
                        + " due = ? where id = ?")
                .params(java.util.Arrays.asList(
                        name,
                        step.edition(),
                        step.property("form").orElse("confirmation"),
                        step.property("target").orElse(null),
                        runbook,
                        step.property("policy").orElse(null),
                        step.property("fourEyes").orElse(null),
                        Moments.columnOrNull(due),
                        step.id()))
                .update();
        formerRoles.stream()
                .filter(role -> !step.roles().contains(role))
                .forEach(role -> jdbc.sql("delete from task_role where task = ? and role = ?")
                        .params(step.id(), role)
                        .update());
        offer(step.id(), step.roles());
    }

    void offer(String task, Collection<String> roles) {
        if (roles.isEmpty()) {
            return;
        }
        jdbc.sql("insert ignore into task_role (task, role) values "
                        + String.join(", ", Collections.nCopies(roles.size(), "(?, ?)")))
                .params(roles.stream().flatMap(role -> Stream.of(task, role)).toList())
                .update();
    }

    /** With it the case's audiences are read: whoever asks for one step asks next who may see it. */
    Optional<Task> find(String id) {
        return jdbc.sql(COLUMNS + ", " + CaseAccess.AUDIENCES + " as audiences from task t where t.id = ?")
                .param(id)
                .query((row, index) -> {
                    access.remember(row.getString("incident"), row.getString("audiences"));
                    return task(row, index);
                })
                .optional();
    }

    List<Task> waiting(String incident, @Nullable String element) {
        return jdbc.sql(SELECT
                        + "where t.incident = :incident and (:element is null or t.element = :element)"
                        + " and t.status in ('open', 'claimed') order by t.created_at, t.id")
                .param("incident", incident)
                .param("element", element)
                .query(TaskStore::task)
                .list();
    }

    Optional<String> completerOf(String key, String element) {
        return jdbc.sql("select done_by from task where business_key = ? and element = ? and status = 'done'"
                        + " order by done_at desc limit 1")
                .params(key, element)
                .query(String.class)
                .optional();
    }

    void assign(String id, @Nullable String account, @Nullable Instant at) {
        jdbc.sql("update task set assignee = ?, status = ?, claimed_at = ? where id = ?")
                .params(java.util.Arrays.asList(
                        account, account == null ? "open" : "claimed", Moments.columnOrNull(at), id))
                .update();
    }

    void done(Task task) {
        jdbc.sql("update task set status = 'done', done_by = ?, done_at = ?, assignee = ? where id = ?")
                .params(java.util.Arrays.asList(
                        task.doneBy(), Moments.columnOrNull(task.doneAt()), task.assignee(), task.id()))
                .update();
    }

    boolean withdraw(String id, Instant at) {
        return jdbc.sql(
                                "update task set status = 'withdrawn', done_at = ? where id = ? and status in ('open', 'claimed')")
                        .params(java.util.Arrays.asList(Moments.column(at), id))
                        .update()
                == 1;
    }

    void due(String id, @Nullable Instant due) {
        jdbc.sql("update task set due = ? where id = ?")
                .params(java.util.Arrays.asList(Moments.columnOrNull(due), id))
                .update();
    }

    Page<Task> list(Actor actor, TaskQuery query, Instant now, PageRequest page) {
        Map<String, Object> values = new HashMap<>();
        values.put("audiences", actor.insideAudiences());
        StringBuilder where = new StringBuilder(
                "where exists (select 1 from case_audience a where a.incident = t.incident and a.audience in (:audiences))");
        visible(actor, where, values);
        assigned(actor, query, where, values);
        roles(actor, query, where, values);
        if (query.incident() != null) {
            where.append(" and t.incident = :incident");
            values.put("incident", query.incident());
        }
        if (query.waiting()) {
            where.append(" and t.status in ('open', 'claimed')");
        }
        if (query.overdue() != null) {
            where.append(query.overdue() ? " and t.due < :now" : " and (t.due is null or t.due >= :now)");
            where.append(" and t.status in ('open', 'claimed')");
            values.put("now", Moments.column(now));
        }
        values.put("size", page.size());
        values.put("offset", page.offset());
        List<Task> items = jdbc.sql(
                        SELECT + where + " order by t.due_order, t.created_at, t.id limit :size offset :offset")
                .params(values)
                .query(TaskStore::task)
                .list();
        return Page.of(
                items,
                page,
                () -> jdbc.sql("select count(*) from task t " + where)
                        .params(values)
                        .query(Long.class)
                        .single());
    }

    /** Who does not read every task sees those of the own roles; who has none, the own ones, by their index. */
    private static void visible(Actor actor, StringBuilder where, Map<String, Object> values) {
        if (Tasks.readsAll(actor)) {
            return;
        }
        values.put("me", actor.account());
        if (actor.roles().isEmpty()) {
            where.append(" and t.assignee = :me");
        } else {
            where.append(" and (t.assignee = :me or exists"
                    + " (select 1 from task_role o where o.task = t.id and o.role in (:own)))");
            values.put("own", actor.roles());
        }
    }

    private static void assigned(Actor actor, TaskQuery query, StringBuilder where, Map<String, Object> values) {
        if ("none".equals(query.assignee())) {
            where.append(" and t.assignee is null");
        } else if (query.assignee() != null) {
            where.append(" and t.assignee = :assignee");
            values.put("assignee", "me".equals(query.assignee()) ? actor.account() : query.assignee());
        }
    }

    private static void roles(Actor actor, TaskQuery query, StringBuilder where, Map<String, Object> values) {
        if (query.role() != null) {
            where.append(" and exists (select 1 from task_role r where r.task = t.id and r.role in (:roles))");
            Set<String> mine = actor.roles().isEmpty() ? Set.of("") : actor.roles();
            values.put("roles", "mine".equals(query.role()) ? mine : Set.of(query.role()));
        }
    }

    private static Task task(ResultSet row, int index) throws SQLException {
        @Nullable String roles = row.getString("roles");
        return new Task(
                row.getString("id"),
                row.getString("incident"),
                row.getString("business_key"),
                row.getString("process"),
                row.getString("element"),
                row.getString("name"),
                row.getString("edition"),
                row.getString("form"),
                row.getString("target"),
                row.getString("runbook"),
                row.getString("policy"),
                row.getString("four_eyes"),
                roles == null ? Set.of() : inOrder(roles.split(",")),
                row.getString("assignee"),
                Task.Status.valueOf(row.getString("status").toUpperCase(java.util.Locale.ROOT)),
                Moments.readOptional(row, "due").orElse(null),
                Moments.read(row, "created_at"),
                Moments.readOptional(row, "done_at").orElse(null),
                row.getString("done_by"));
    }

    /** As the roster and the plan list them; whoever shows a task keeps the order. */
    private static Set<String> inOrder(String... roles) {
        return Stream.of(roles)
                .sorted(Comparator.comparingInt(Roles.ALL::indexOf))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
